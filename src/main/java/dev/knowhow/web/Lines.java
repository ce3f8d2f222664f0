package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A value written as lines that a person reads and that two runs can be compared by: a field to a
/// line, a row of a list to a line.
final class Lines {
  private final Words words;

  Lines(Words words) {
    this.words = words;
  }

  /// A text as it is, unless it is the written form of fields or of a list.
  String of(String text) {
    String begins = text.stripLeading();
    if (!begins.startsWith("{") && !begins.startsWith("[")) {
      return Shown.plain(Value.text(text), words);
    }
    try {
      return lines(ValueJson.parse(text));
    } catch (Problem _) {
      return text;
    }
  }

  private String lines(Value value) {
    return switch (value) {
      case Value.Fields(Map<String, Value> fields) ->
          fields.entrySet().stream()
              .map(field -> field(field.getKey(), field.getValue()))
              .collect(Collectors.joining("\n"));
      case Value.Items(List<Value> items) ->
          items.stream().map(item -> "– " + row(item)).collect(Collectors.joining("\n"));
      case Value.Text _, Value.YesNo _, Value.NotStated _ -> Shown.plain(value, words);
    };
  }

  private String field(String name, Value value) {
    String heading = ResultParts.heading(name) + ":";
    if (value instanceof Value.Items(List<Value> items)) {
      return items.isEmpty()
          ? heading + " " + words.of("apart.nothing")
          : heading + "\n" + lines(value);
    }
    return heading + " " + row(value);
  }

  /// A value on one line.
  private String row(Value value) {
    return value instanceof Value.Fields(Map<String, Value> fields)
        ? fields.entrySet().stream()
            .map(field -> ResultParts.heading(field.getKey()) + ": " + row(field.getValue()))
            .collect(Collectors.joining(", "))
        : Shown.plain(value, words);
  }
}
