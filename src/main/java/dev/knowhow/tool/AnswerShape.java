package dev.knowhow.tool;

import dev.knowhow.prompt.OutputShape;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says to a model what an answer must look like: as a JSON Schema for providers that hold a model
/// to one, and in words for all.
///
/// The schema keeps to what the strict modes of the providers share: every object lists all its
/// fields as required and allows no other, and there are no unions, patterns or limits. A value
/// that may be not stated is therefore a text that may also be `not stated`, and a yes or no that
/// may be is one of three words; [Type#read] takes all of them back.
public final class AnswerShape {
  private static final String NOT_STATED = "not stated";

  private AnswerShape() {}

  /// The shape of an answer with some fields. Equal fields give equal shapes, byte for byte.
  public static OutputShape of(Type.Fields fields) {
    return new OutputShape(ValueJson.print(schema(fields)), instructions(fields));
  }

  private static Value.Fields schema(Type type) {
    return switch (type) {
      case Type.Text _, Type.Paragraph _, Type.Date _, Type.Measure _ -> string(type);
      case Type.Document _, Type.Documents _ -> string(type);
      case Type.Number _, Type.Money _ ->
          type.notStatedAllowed() ? string(type) : described("number", type);
      case Type.YesNo(boolean open) ->
          open ? oneOf(List.of("yes", "no"), true) : described("boolean", type);
      case Type.OneOf(List<String> options, boolean open) -> oneOf(options, open);
      case Type.Items items -> list(string(new Type.Text(items.charactersEach(), false)));
      case Type.Rows rows -> list(schema(rows.row()));
      case Type.Fields fields -> object(fields);
    };
  }

  private static Value.Fields string(Type type) {
    return described("string", type);
  }

  private static Value.Fields described(String jsonType, Type type) {
    return Value.fields("type", Value.text(jsonType)).with("description", Value.text(words(type)));
  }

  private static Value.Fields oneOf(List<String> options, boolean open) {
    List<Value> all = new ArrayList<>();
    options.forEach(option -> all.add(Value.text(option)));
    if (open) {
      all.add(Value.text(NOT_STATED));
    }
    return Value.fields("type", Value.text("string")).with("enum", Value.items(all));
  }

  private static Value.Fields list(Value.Fields items) {
    return Value.fields("type", Value.text("array")).with("items", items);
  }

  private static Value.Fields object(Type.Fields type) {
    Map<String, Value> properties = new LinkedHashMap<>();
    type.fields().forEach((name, field) -> properties.put(name, schema(field)));
    List<Value.Text> names = type.fields().keySet().stream().map(Value.Text::new).toList();
    return Value.fields("type", Value.text("object"))
        .with("properties", Value.fields(properties))
        .with("required", Value.items(names))
        .with("additionalProperties", Value.yesNo(false));
  }

  private static String words(Type type) {
    String words =
        switch (type) {
          case Type.Text _ -> "text";
          case Type.Paragraph _ -> "text, may have several lines";
          case Type.Number _ -> "a number, digits only";
          case Type.Money _ -> "an amount as digits with two places, such as 1250.00";
          case Type.Date _ -> "a date written as 2026-10-09";
          case Type.Measure _ -> "a length with its unit as written, such as 4'-6\" or 19 mm";
          case Type.YesNo(boolean open) -> open ? "yes or no" : "true or false";
          case Type.OneOf(List<String> options, boolean _) ->
              "exactly one of: " + String.join(" | ", options);
          case Type.Items items -> "a list of texts, at most " + items.atMost() + ", may be empty";
          case Type.Rows rows ->
              "a list of objects, at most " + rows.atMost() + ", may be empty; each with";
          case Type.Fields _ -> "an object with";
          case Type.Document _, Type.Documents _ -> "text";
        };
    return type.notStatedAllowed() ? words + ", or \"" + NOT_STATED + "\"" : words;
  }

  private static String instructions(Type.Fields fields) {
    StringBuilder text = new StringBuilder("Answer with one JSON object and nothing else.");
    if (mayBeNotStated(fields)) {
      text.append(" Write \"not stated\" where the material does not say it; never guess.");
    }
    text.append(" It has exactly these fields:\n");
    lines(fields, "", text);
    return text.toString().stripTrailing();
  }

  private static void lines(Type.Fields fields, String indent, StringBuilder text) {
    fields
        .fields()
        .forEach((name, type) -> {
          text.append(indent).append("- ").append(name).append(": ");
          text.append(words(type)).append('\n');
          switch (type) {
            case Type.Rows rows -> lines(rows.row(), indent + "  ", text);
            case Type.Fields inner -> lines(inner, indent + "  ", text);
            case Type.Text _,
                Type.Paragraph _,
                Type.Number _,
                Type.Money _,
                Type.Date _,
                Type.Measure _,
                Type.YesNo _,
                Type.OneOf _,
                Type.Items _,
                Type.Document _,
                Type.Documents _ -> {}
          }
        });
  }

  private static boolean mayBeNotStated(Type type) {
    return switch (type) {
      case Type.Fields fields ->
          fields.fields().values().stream().anyMatch(AnswerShape::mayBeNotStated);
      case Type.Rows rows -> mayBeNotStated(rows.row());
      case Type.Text _,
          Type.Paragraph _,
          Type.Number _,
          Type.Money _,
          Type.Date _,
          Type.Measure _,
          Type.YesNo _,
          Type.OneOf _,
          Type.Items _,
          Type.Document _,
          Type.Documents _ ->
          type.notStatedAllowed();
    };
  }
}
