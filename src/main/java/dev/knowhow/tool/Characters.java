package dev.knowhow.tool;

import java.util.Locale;

/// Cleans texts of what no part of Knowhow can keep or show.
final class Characters {
  private Characters() {}

  /// The same text with line ends `\n`, without the character NUL, and with U+FFFD for half a
  /// surrogate pair.
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          clean.append('\n');
        }
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        clean.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        clean.append('\uFFFD');
      } else if (c != '\0') {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /// The text as choices are compared: case and white space folded, quotes straight.
  static String folded(String text) {
    return text.replace('’', '\'')
        .replace('‘', '\'')
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
