package dev.knowhow.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
}
