package dev.knowhow.tool;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Which names a tool's files may have: plain words with `/` between them, never a way out.
final class ToolPaths {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]*(?<![ .])");
  private static final int MAX_LENGTH = 200;

  private ToolPaths() {}

  /// Whether a path stays inside the tool's folder on every system.
  static boolean isInside(String path) {
    if (path.isEmpty() || path.getBytes(StandardCharsets.UTF_8).length > MAX_LENGTH) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (!PART.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }
}
