package dev.knowhow.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Which values an ask sends along for its prompt: for each name that the prompt uses the value of
/// the name, down to the first list, since a section needs whole rows.
final class PromptNames {
  private PromptNames() {}

  /// The values as properties of an object, by dotted name; names that are fields of a section's
  /// rows, and knowledge, which the version's prompt holds already, are left out.
  static List<String> of(Collection<String> used, Scope scope) {
    TreeMap<String, String> values = new TreeMap<>();
    for (String name : used) {
      value(name, scope).ifPresent(value -> values.put(value.path(), value.js()));
    }
    List<String> properties = new ArrayList<>();
    values.forEach((path, js) -> {
      if (values.keySet().stream().noneMatch(other -> path.startsWith(other + "."))) {
        properties.add(Js.property(path, js));
      }
    });
    return properties;
  }

  private record Value(String path, String js) {}

  private static Optional<Value> value(String name, Scope scope) {
    String[] words = name.split("\\.", -1);
    Optional<Scope.Known> root = scope.find(words[0]);
    if (root.isEmpty() || root.get().knowledge()) {
      return Optional.empty();
    }
    Value found = new Value(words[0], root.get().js());
    Sort sort = root.get().sort();
    for (int i = 1; i < words.length && sort instanceof Sort.Fields; i++) {
      String path = found.path() + "." + words[i];
      try {
        Piece piece = Paths.find(path, scope);
        found = new Value(path, piece.js());
        sort = piece.sort();
      } catch (WrongFormula notThere) {
        return Optional.of(found);
      }
    }
    return Optional.of(found);
  }
}
