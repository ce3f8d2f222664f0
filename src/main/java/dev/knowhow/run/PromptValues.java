package dev.knowhow.run;

import dev.knowhow.prompt.PromptValue;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Type;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the values of a run are written into a prompt: what people or documents wrote at length is
/// fenced, everything short stands in its line.
final class PromptValues {
  private static final int LONGEST_INLINE_CHARACTERS = 300;

  private PromptValues() {}

  static Map<String, PromptValue> of(Tool tool, Map<String, Value> names) {
    Map<String, PromptValue> values = new LinkedHashMap<>();
    names.forEach((name, value) -> values.put(name, of(tool, name, value)));
    return values;
  }

  private static PromptValue of(Tool tool, String name, Value value) {
    return tool.input(name)
        .map(input -> ofInput(input, value))
        .orElseGet(() ->
            tool.ask(name).isPresent() && value instanceof Value.Text(String text)
                ? new PromptValue.Block(name, text)
                : plain(name, value));
  }

  private static PromptValue ofInput(Input input, Value value) {
    if (!value.isStated()) {
      return new PromptValue.NotStated();
    }
    return switch (input.type()) {
      case Type.Paragraph _ -> new PromptValue.Block(input.name(), value.textOrEmpty());
      case Type.Document _, Type.Documents _ -> documents(input.name(), value);
      case Type.Text _,
          Type.Number _,
          Type.Money _,
          Type.Date _,
          Type.Measure _,
          Type.YesNo _,
          Type.OneOf _,
          Type.Items _,
          Type.Rows _,
          Type.Fields _ ->
          plain(input.name(), value);
    };
  }

  /// A document is its text, fenced under the input's name; several are told apart by a number.
  private static PromptValue documents(String name, Value value) {
    return switch (value) {
      case Value.Items(List<Value> items) when items.size() == 1 ->
          new PromptValue.Items(List.of(documents(name, items.getFirst())));
      case Value.Items(List<Value> items) -> {
        List<PromptValue> all = new ArrayList<>();
        for (Value item : items) {
          all.add(documents(name + " " + (all.size() + 1), item));
        }
        yield new PromptValue.Items(all);
      }
      case Value.Fields document -> document(name, document);
      case Value.Text(String text) -> new PromptValue.Block(name, text);
      case Value.YesNo _, Value.NotStated() -> new PromptValue.NotStated();
    };
  }

  private static PromptValue document(String name, Value.Fields document) {
    Map<String, PromptValue> fields = new LinkedHashMap<>();
    document.fields().forEach((field, value) -> fields.put(field, plain(field, value)));
    fields.put("text", new PromptValue.Block(name, document.get("text").textOrEmpty()));
    return new PromptValue.Fields(fields);
  }

  private static PromptValue plain(String name, Value value) {
    return switch (value) {
      case Value.Text(String text) ->
          text.indexOf('\n') >= 0 || text.length() > LONGEST_INLINE_CHARACTERS
              ? new PromptValue.Block(lastWord(name), text)
              : new PromptValue.Inline(text);
      case Value.YesNo(boolean yes) -> new PromptValue.YesNo(yes);
      case Value.NotStated() -> new PromptValue.NotStated();
      case Value.Items(List<Value> items) ->
          new PromptValue.Items(items.stream().map(item -> plain(name, item)).toList());
      case Value.Fields(Map<String, Value> fields) -> {
        Map<String, PromptValue> inner = new LinkedHashMap<>();
        fields.forEach((field, each) -> inner.put(field, plain(field, each)));
        yield new PromptValue.Fields(inner);
      }
    };
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
