package dev.knowhow.eval;

import dev.knowhow.value.Value;
import java.util.stream.Collectors;

/// A value as a person reads it without a table: an entry of a list on each line, a row's fields
/// with their names.
final class ValueText {
  private ValueText() {}

  /// The text; empty for what is not stated.
  static String of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
      case Value.NotStated _ -> "";
      case Value.Items items ->
          items.items().stream().map(ValueText::of).collect(Collectors.joining("\n"));
      case Value.Fields fields ->
          fields.fields().entrySet().stream()
              .map(field ->
                  field.getKey().replace('_', ' ')
                      + ": "
                      + (field.getValue().isStated()
                          ? of(field.getValue()).replace("\n", ", ")
                          : "not stated"))
              .collect(Collectors.joining("; "));
    };
  }
}
