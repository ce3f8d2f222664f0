package dev.knowhow.flow;

import dev.knowhow.tool.yaml.Nearest;
import java.util.Collection;

/// What to write instead of a word that is not known.
final class KnownWords {
  private KnownWords() {}

  /// The nearest of the known words, or all of them where none is near.
  static String hint(String found, Collection<String> known) {
    return Nearest.to(found, known)
        .map(word -> "Write “" + word + "”.")
        .orElse(known.isEmpty() ? "" : "Write one of: " + String.join(", ", known) + ".");
  }
}
