package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds and changes a place inside a value by a dotted path; rows count from 1.
final class AnswerPath {
  private AnswerPath() {}

  /// The value at a place.
  static Optional<Value> get(Value root, List<String> path) {
    if (path.isEmpty()) {
      return Optional.of(root);
    }
    return child(root, path.getFirst()).flatMap(child -> get(child, path.subList(1, path.size())));
  }

  /// The same value with another at a place; the place must be there.
  static Value set(Value root, List<String> path, Value value) {
    if (path.isEmpty()) {
      return value;
    }
    String name = path.getFirst();
    Value child =
        child(root, name)
            .orElseThrow(() -> new IllegalArgumentException("no place " + String.join(".", path)));
    Value changed = set(child, path.subList(1, path.size()), value);
    return switch (root) {
      case Value.Fields fields -> fields.with(name, changed);
      case Value.Items(List<Value> items) -> {
        List<Value> copy = new ArrayList<>(items);
        copy.set(Integer.parseInt(name) - 1, changed);
        yield Value.items(copy);
      }
      case Value.Text _, Value.YesNo _, Value.NotStated _ ->
          throw new IllegalArgumentException("nothing is inside a single value");
    };
  }

  private static Optional<Value> child(Value root, String name) {
    return switch (root) {
      case Value.Fields fields -> Optional.ofNullable(fields.fields().get(name));
      case Value.Items(List<Value> items) ->
          name.matches("[1-9][0-9]{0,5}") && Integer.parseInt(name) <= items.size()
              ? Optional.of(items.get(Integer.parseInt(name) - 1))
              : Optional.empty();
      case Value.Text _, Value.YesNo _, Value.NotStated _ -> Optional.empty();
    };
  }
}
