package dev.knowhow.web;

import dev.knowhow.tool.DocumentText;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.TypedForm;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Values as they would have been typed into a tool's form.
final class ExampleForm {
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final Map<String, List<DocumentText>> documents = new LinkedHashMap<>();

  private ExampleForm() {}

  /// The form that holds these inputs.
  static TypedForm of(Tool tool, Value.Fields inputs) {
    return of(tool.inputs(), inputs);
  }

  /// The form that holds these values of some inputs.
  static TypedForm of(List<Input> inputs, Value.Fields values) {
    ExampleForm form = new ExampleForm();
    for (Input input : inputs) {
      form.fill(input, values.get(input.name()));
    }
    return new TypedForm(form.texts, form.documents);
  }

  /// The form as a person finds it first: what the inputs start with.
  static TypedForm empty(Tool tool) {
    Map<String, Value> initial = new LinkedHashMap<>();
    tool.inputs().forEach(input -> initial.put(input.name(), input.initial()));
    return of(tool, Value.fields(initial));
  }

  private void fill(Input input, Value value) {
    String name = input.name();
    switch (input.type()) {
      case Type.Rows rows -> fillRows(name, rows, items(value));
      case Type.Document _ -> fillDocuments(name, value.isStated() ? List.of(value) : List.of());
      case Type.Documents _ -> fillDocuments(name, items(value));
      case Type.Items _ -> texts.put(name, items(value).stream().map(ExampleForm::text).toList());
      case Type.Text _,
          Type.Paragraph _,
          Type.Number _,
          Type.Money _,
          Type.Date _,
          Type.Measure _,
          Type.YesNo _,
          Type.OneOf _,
          Type.Fields _ ->
          texts.put(name, List.of(text(value)));
    }
  }

  private void fillRows(String name, Type.Rows type, List<Value> rows) {
    for (String column : type.row().fields().keySet()) {
      List<String> cells = new ArrayList<>();
      for (Value row : rows) {
        cells.add(row instanceof Value.Fields fields ? text(fields.get(column)) : "");
      }
      texts.put(name + "." + column, cells);
    }
  }

  private void fillDocuments(String name, List<Value> values) {
    List<DocumentText> all =
        values.stream().flatMap(value -> DocumentText.of(value).stream()).toList();
    if (all.size() == 1 && all.getFirst().name().equals(DocumentText.PASTED)) {
      texts.put(name, List.of(all.getFirst().text()));
    } else {
      documents.put(name, all);
    }
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Items(List<Value> items) ? items : List.of();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
      case Value.Items(List<Value> items) ->
          String.join("\n", items.stream().map(ExampleForm::text).toList());
      case Value.NotStated _, Value.Fields _ -> "";
    };
  }
}
