package dev.knowhow.tool;

import java.util.Set;

/// The keys and words of the format that a later version of Knowhow brings.
///
/// They are known so that whoever writes one learns that it is not a mistake of theirs.
final class LaterKeys {
  /// All of them.
  static final Set<String> ALL = Set.of("stays here", "yours", "formats", "letterhead", "remind");

  private LaterKeys() {}
}
