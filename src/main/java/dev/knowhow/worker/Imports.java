package dev.knowhow.worker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the word `import` where it can begin a call: `import("data:…")` would make code of a text,
/// whatever else is forbidden.
///
/// The script is not parsed, so the word is found in texts and comments as well; nothing can hide
/// it then.
final class Imports {
  private static final Pattern CALL =
      Pattern.compile("(?<![\\p{L}\\p{N}_$])import[\\s\\p{Z}\\uFEFF]*[(/<-]");

  private Imports() {}

  /// The line of the first one, counted from 1; 0 if there is none.
  static int lineIn(String script) {
    if (!script.contains("import")) {
      return 0;
    }
    Matcher call = CALL.matcher(script);
    return call.find()
        ? 1 + (int) script.substring(0, call.start()).chars().filter(c -> c == '\n').count()
        : 0;
  }
}
