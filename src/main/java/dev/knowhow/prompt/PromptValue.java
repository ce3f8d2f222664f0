package dev.knowhow.prompt;

import dev.knowhow.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What a prompt may show under a name: plain data, each piece knowing how it is written.
///
/// A value is only ever data: it is never rendered again, and it can neither end nor begin a fenced
/// block. All variants are immutable.
public sealed interface PromptValue {

  /// A short text, written in its line with white space folded.
  record Inline(String text) implements PromptValue {}

  /// A long text, written between two fence lines that it can't close.
  ///
  /// @param name the name that the fence shows
  /// @param text the text, word for word
  record Block(String name, String text) implements PromptValue {}

  /// A yes or a no: written as such, and deciding whether a section is there.
  record YesNo(boolean yes) implements PromptValue {}

  /// Some values in order; a section is repeated for each.
  record Items(List<PromptValue> items) implements PromptValue {
    /// Copies the list.
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Named values; inside a section over them their names can be used.
  record Fields(Map<String, PromptValue> fields) implements PromptValue {
    /// Copies the map in its order.
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /// What was looked for and is not there; written `not stated`.
  record NotStated() implements PromptValue {}

  /// What a prompt shows for a piece of plain data.
  ///
  /// @param name the dotted name under which the data is given; a block's fence shows it
  /// @param isLong whether the text under a dotted name is fenced: a paragraph, a document, a
  ///   passage. Items have the name of their list; the `text` of a document or passage is fenced
  ///   where the document or passage is long
  static PromptValue of(String name, Value value, Predicate<String> isLong) {
    return switch (value) {
      case Value.Text(String text) -> isLong.test(name) ? new Block(name, text) : new Inline(text);
      case Value.YesNo(boolean yes) -> new YesNo(yes);
      case Value.NotStated() -> new NotStated();
      case Value.Items(List<Value> items) ->
          new Items(items.stream().map(item -> of(name, item, isLong)).toList());
      case Value.Fields(Map<String, Value> fields) -> {
        Map<String, PromptValue> shown = new LinkedHashMap<>();
        fields.forEach((field, inside) -> {
          boolean body = field.equals("text") && isLong.test(name);
          shown.put(field, of(body ? name : name + "." + field, inside, isLong));
        });
        yield new Fields(shown);
      }
    };
  }
}
