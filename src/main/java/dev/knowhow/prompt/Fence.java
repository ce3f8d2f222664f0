package dev.knowhow.prompt;

import java.util.regex.Pattern;

/// Marks off text that is data, so that a reader can tell it from instructions.
///
/// A block stands between two lines that carry the same mark, taken from the hash of the block's
/// own text. Text that holds its own mark gets a longer one, so no text can end its block. A text
/// in a line can't begin a block: its `<input` loses the angle bracket.
final class Fence {
  private static final Pattern FENCE_IN_LINE =
      Pattern.compile("<(?=\\s*/?\\s*input\\b)", Pattern.CASE_INSENSITIVE);
  private static final int FIRST_MARK = 8;

  private Fence() {}

  /// Writes a block; it begins and ends its lines.
  static void block(StringBuilder out, String name, String text) {
    String clean = Clean.block(text);
    String mark = mark(clean, Sha256.hex(clean));
    if (!out.isEmpty() && !blankLine(out)) {
      out.append('\n');
    }
    out.append("<input name=\"").append(name).append("\" mark=\"").append(mark).append("\">\n");
    out.append(clean);
    if (!clean.endsWith("\n")) {
      out.append('\n');
    }
    out.append("</input mark=\"").append(mark).append("\">");
  }

  /// A text that stays in its line and can't be taken for a fence.
  static String inline(String text) {
    String clean = Clean.inline(text);
    return clean.indexOf('<') < 0 ? clean : FENCE_IN_LINE.matcher(clean).replaceAll("‹");
  }

  /// The shortest beginning of a text's hash that does not stand in the text itself.
  static String mark(String clean, String hash) {
    for (String tried = hash; ; tried = Sha256.hex(tried + clean)) {
      for (int length = FIRST_MARK; length <= tried.length(); length *= 2) {
        String mark = tried.substring(0, length);
        if (!clean.contains(mark)) {
          return mark;
        }
      }
    }
  }

  private static boolean blankLine(StringBuilder out) {
    for (int i = out.length() - 1; i >= 0 && out.charAt(i) != '\n'; i--) {
      if (out.charAt(i) != ' ' && out.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }
}
