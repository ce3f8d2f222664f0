package dev.knowhow.web;

import java.util.List;

/// One result as the page shows it.
///
/// @param part how it is drawn: `letter`, `markdown`, `short`, `list` or `table`
/// @param passages its text, with the exact words that were found in a source marked; a list has
///   one entry per item
/// @param html sanitised HTML of a `markdown` part, else empty
/// @param columns the columns of a `table` part
/// @param rows the rows of a `table` part
record ResultPart(
    String name,
    String label,
    String part,
    List<List<Span>> passages,
    String html,
    List<String> columns,
    List<List<String>> rows) {

  /// Copies the lists.
  ResultPart {
    passages = List.copyOf(passages);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// Some text; `source` is the number of the source it was found in, or 0.
  record Span(String text, int source) {
    /// Whether the words were found in a source.
    boolean exact() {
      return source > 0;
    }
  }
}
