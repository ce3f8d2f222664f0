package dev.knowhow.knowledge;

import java.text.Normalizer;

/// Text as it is kept: the words exactly as they are, without what only layout and file formats
/// leave behind.
///
/// Line ends become `\n`, every other space a plain one, ligatures and combining marks their usual
/// letters; control characters, byte order marks and soft hyphens go, blanks at line ends go, and
/// no more than one empty line follows another.
final class PlainText {
  private PlainText() {}

  /// The text, cleaned; without white space at its ends.
  static String of(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int newLines = 0;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (isLineEnd(c)) {
        boolean pair = c == '\r' && i < raw.length() && raw.charAt(i) == '\n';
        if (!pair) {
          stripBlanks(text);
          newLines++;
        }
      } else if (!isNothing(c)) {
        boolean blank = c == ' ' || c == '\t' || Character.isSpaceChar(c);
        if (newLines > 0 && !blank) {
          // blanks that begin a line wait with it until it has a character
          int indent = text.length();
          while (indent > 0 && isBlank(text.charAt(indent - 1))) {
            indent--;
          }
          text.insert(indent, newLines == 1 ? "\n" : "\n\n");
          newLines = 0;
        }
        append(text, blank ? (c == '\t' ? '\t' : ' ') : c);
      }
    }
    return Normalizer.normalize(text.toString().strip(), Normalizer.Form.NFC);
  }

  private static void append(StringBuilder text, int c) {
    switch (c) {
      case 0xFB00 -> text.append("ff");
      case 0xFB01 -> text.append("fi");
      case 0xFB02 -> text.append("fl");
      case 0xFB03 -> text.append("ffi");
      case 0xFB04 -> text.append("ffl");
      case 0xFB05, 0xFB06 -> text.append("st");
      default -> text.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
    }
  }

  private static boolean isLineEnd(int c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == 0x0B
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  private static boolean isNothing(int c) {
    return c != '\t' && Character.isISOControl(c)
        || c == 0xAD
        || c == 0xFEFF
        || c == 0x200B
        || c >= 0xE0000 && c <= 0xE007F;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static void stripBlanks(StringBuilder text) {
    int end = text.length();
    while (end > 0 && isBlank(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
  }
}
