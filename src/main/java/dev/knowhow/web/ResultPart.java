package dev.knowhow.web;

import java.util.List;
import java.util.Map;

/// One result as the page shows it.
///
/// @param part how it is drawn: `letter`, `markdown`, `short`, `list`, `table` or `facts`
/// @param passages its text, with the exact words that were found in a source marked; a list has
///   one entry per item
/// @param html sanitised HTML of a `markdown` part, else empty
/// @param columns the columns of a `table` part
/// @param rows the rows of a `table` part; of a `facts` part each a label and its value
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

  /// Short values with their labels.
  static ResultPart facts(String label, Map<String, String> facts) {
    List<List<String>> rows =
        facts.entrySet().stream().map(one -> List.of(one.getKey(), one.getValue())).toList();
    return new ResultPart(label, label, "facts", List.of(), "", List.of(), rows);
  }

  /// The short values of a `facts` part.
  List<Fact> facts() {
    return rows.stream().map(row -> new Fact(row.getFirst(), row.getLast())).toList();
  }

  /// A short value with its label.
  record Fact(String label, String text) {}

  /// Some text; `source` is the number of the source it was found in, or 0.
  record Span(String text, int source) {
    /// Whether the words were found in a source.
    boolean exact() {
      return source > 0;
    }
  }
}
