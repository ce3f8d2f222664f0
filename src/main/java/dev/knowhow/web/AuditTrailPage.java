package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// Who did what, to whom, and when; the newest first.
///
/// @param people the people the list can be narrowed to
/// @param kinds the kinds it can be narrowed to
/// @param narrowed whether it is narrowed
/// @param counted how many lines there are and which stand here, in words
/// @param newer the address of the page before, if there is one
/// @param older the address of the page after, if there is one
/// @param csv the address of all lines as a table file
record AuditTrailPage(
    Frame frame,
    List<Control.Choice> people,
    List<Control.Choice> kinds,
    boolean narrowed,
    List<Line> lines,
    String counted,
    Optional<String> newer,
    Optional<String> older,
    String csv) {

  /// Copies the lists.
  AuditTrailPage {
    people = List.copyOf(people);
    kinds = List.copyOf(kinds);
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param on whom or what it was done to, in words, or empty
  /// @param link its page, if it has one still
  record Line(
      String when, String who, String what, String kind, String on, Optional<String> link) {}
}
