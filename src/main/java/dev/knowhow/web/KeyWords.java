package dev.knowhow.web;

import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import java.util.Locale;

/// What the keys and words of the format are called before a builder.
///
/// A key's label is the message `key.<set>.<key>`, its help `key.<set>.<key>.help`, else what the
/// table of keys says about it; a word of the format is `word.<word>`. Thread-safe.
final class KeyWords {
  private final Words words;

  KeyWords(Words words) {
    this.words = words;
  }

  /// The words beside a key's control.
  String label(KeySet set, Key key) {
    String message = message(set, key);
    return words.has(message) ? words.of(message) : capital(key.name());
  }

  /// The sentence below the words, or empty.
  String help(KeySet set, Key key) {
    String message = message(set, key) + ".help";
    return words.has(message) ? words.of(message) : key.about();
  }

  /// What a word of the format is called, such as `Several lines` for `paragraph`.
  String word(String word) {
    String message = "word." + slug(word);
    return words.has(message) ? words.of(message) : capital(word);
  }

  /// What one of several kinds is called, by the key that tells it apart.
  String kind(KeySet kind) {
    String message = "kind." + slug(kind.name());
    return words.has(message) ? words.of(message) : capital(kind.names().getFirst());
  }

  /// What a menu says where nothing is chosen.
  String usual(KeySet set, Key key) {
    String message = "usual." + slug(set.name()) + "." + slug(key.name());
    return words.has(message) ? words.of(message) : words.of("build.usual");
  }

  /// The words on the button that adds a piece to a key's list.
  String add(KeySet set, Key key) {
    String message = "add." + slug(set.name()) + "." + slug(key.name());
    return words.has(message) ? words.of(message) : words.of("build.add");
  }

  /// The name of a key's message.
  static String message(KeySet set, Key key) {
    return "key." + slug(set.name()) + "." + slug(key.name());
  }

  /// Words as a part of a message's name: `at-most`.
  static String slug(String words) {
    return words.replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
