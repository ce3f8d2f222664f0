package dev.knowhow.web;

import java.util.List;

/// The reviews that wait for a person, the oldest first.
record InboxPage(Frame frame, List<Row> rows) {

  /// Copies the list.
  InboxPage {
    rows = List.copyOf(rows);
  }

  /// One review.
  ///
  /// @param tool the tool, and the row of its list where there is one
  /// @param until when it will be too late, or empty
  record Row(String id, String words, String tool, String by, String since, String until) {}
}
