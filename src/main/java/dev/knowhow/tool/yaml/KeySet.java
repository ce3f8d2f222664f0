package dev.knowhow.tool.yaml;

import java.util.List;
import java.util.Optional;

/// The keys that stand together.
///
/// @param name what has these keys: `an input`
public record KeySet(String name, List<Key> keys) {
  /// Copies the list.
  public KeySet {
    keys = List.copyOf(keys);
  }

  /// A set of keys.
  public static KeySet of(String name, Key... keys) {
    return new KeySet(name, List.of(keys));
  }

  /// The key of a name.
  public Optional<Key> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /// The names of the keys.
  public List<String> names() {
    return keys.stream().map(Key::name).toList();
  }
}
