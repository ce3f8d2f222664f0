package dev.knowhow.prompt;

/// Takes out of a text what nobody can see and a model would still read: control characters, byte
/// order marks and Unicode's invisible tag letters. Half a surrogate pair becomes `U+FFFD`, and
/// line ends become `\n`. Every visible character stays as it is.
final class Clean {
  private Clean() {}

  /// A text with its lines.
  static String block(String text) {
    return clean(text, false);
  }

  /// A text in one line: every run of white space is one space, with none at the ends.
  static String inline(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean oneLine) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (oneLine && isWhite(c)) {
        space = !clean.isEmpty();
      } else if (c == '\r') {
        if (i == text.length() || text.charAt(i) != '\n') {
          clean.append('\n');
        }
      } else if (!isUnseen(c)) {
        if (space) {
          clean.append(' ');
          space = false;
        }
        clean.appendCodePoint(isHalf(c) ? 0xFFFD : c);
      }
    }
    return clean.toString();
  }

  /// Whether a code point is white space in the widest sense in use.
  static boolean isWhite(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isUnseen(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t'
        || c == 0xFEFF
        || c >= 0xE0000 && c <= 0xE007F;
  }
}
