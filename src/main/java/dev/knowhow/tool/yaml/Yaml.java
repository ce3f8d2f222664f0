package dev.knowhow.tool.yaml;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A piece of YAML in which every value is text, with the line it began on.
public sealed interface Yaml {

  /// The line, counted from 1.
  int line();

  /// Some text that stands in no file yet.
  static Yaml words(String text) {
    return new Words(text, 0);
  }

  /// A list that stands in no file yet.
  static Yaml items(List<Yaml> items) {
    return new Items(items, 0);
  }

  /// Pieces by their keys, in order, that stand in no file yet.
  static Yaml entries(SequencedMap<String, Yaml> pieces) {
    return new Entries(
        pieces.entrySet().stream()
            .map(piece -> new Entry(piece.getKey(), piece.getValue(), 0))
            .toList(),
        0);
  }

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
