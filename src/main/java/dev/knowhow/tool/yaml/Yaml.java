package dev.knowhow.tool.yaml;

import java.util.List;
import java.util.Optional;

/// A piece of YAML in which every value is text, with the line it began on.
public sealed interface Yaml {

  /// The line, counted from 1.
  int line();

  /// Some text; whatever its meaning, nothing was made of it yet.
  record Words(String text, int line) implements Yaml {}

  /// Pieces in order.
  record Items(List<Yaml> items, int line) implements Yaml {
    /// Copies the list.
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Pieces by their keys, in order; no key comes twice.
  record Entries(List<Entry> entries, int line) implements Yaml {
    /// Copies the list.
    public Entries {
      entries = List.copyOf(entries);
    }

    /// The piece of a key.
    public Optional<Yaml> get(String key) {
      return entry(key).map(Entry::value);
    }

    /// The entry of a key.
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /// A key with its piece.
  record Entry(String key, Yaml value, int line) {}
}
