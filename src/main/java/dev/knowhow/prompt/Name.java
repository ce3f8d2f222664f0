package dev.knowhow.prompt;

import java.util.List;
import java.util.regex.Pattern;

/// A name as a tag has it: `notes`, `found.lines`, or `.` for the item of the section around it.
///
/// @param written the name as written
/// @param parts its parts, outermost first; none for `.`
record Name(String written, List<String> parts) {
  private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final int MAX_PARTS = 10;
  private static final int MAX_CHARACTERS = 100;

  Name {
    parts = List.copyOf(parts);
  }

  /// The name that a tag's text spells, whether or not [#isName] holds.
  static Name of(String written) {
    return new Name(written, written.equals(".") ? List.of() : List.of(written.split("\\.", -1)));
  }

  /// Whether this is a name at all.
  boolean isName() {
    return written.length() <= MAX_CHARACTERS
        && parts.size() <= MAX_PARTS
        && parts.stream().allMatch(part -> PART.matcher(part).matches());
  }

  /// Whether this is `.`.
  boolean isItem() {
    return parts.isEmpty();
  }
}
