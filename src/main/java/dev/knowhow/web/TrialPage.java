package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One trial: examples beside each other in columns.
///
/// @param about what was tried
/// @param when when it was begun, and by whom
/// @param state `running`, `paused`, `done` or `cancelled`
/// @param stands how it stands, in words
/// @param progress how much of it is done
/// @param money what it cost of what it may cost; empty where nothing is live
/// @param caption what the table shows
/// @param sums the rows below the examples
/// @param reasons why what did not pass did not
/// @param best the cheapest that passes, where ways are compared and the trial has ended
/// @param problem why something was not done, or empty
record TrialPage(
    Frame frame,
    String toolId,
    String name,
    String id,
    String about,
    String when,
    String state,
    String stands,
    Meter progress,
    Optional<Meter> money,
    String caption,
    List<Column> columns,
    List<Row> rows,
    List<Row> sums,
    List<Reason> reasons,
    Optional<Best> best,
    String problem) {

  /// Copies the lists.
  TrialPage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    sums = List.copyOf(sums);
    reasons = List.copyOf(reasons);
  }

  /// Whether it goes on by itself.
  boolean running() {
    return state.equals("running");
  }

  /// Whether a person stopped it for a while.
  boolean paused() {
    return state.equals("paused");
  }

  /// Whether something may still change.
  boolean going() {
    return running() || paused();
  }

  /// A column's head.
  ///
  /// @param models the models that answered, or that the answers were written by the author
  /// @param mark `marked` for the recommended one, else empty
  record Column(String label, String models, String mark) {}

  /// A row of the table.
  ///
  /// @param below a few words below its name, or empty
  record Row(String name, String below, List<Cell> cells) {
    /// Copies the list.
    Row {
      cells = List.copyOf(cells);
    }
  }

  /// A cell.
  ///
  /// @param column the words at the head of its column
  /// @param state `passed`, `failed`, `open` or empty for a sum
  /// @param sign what stands before its words: ✓, ✕ or nothing
  /// @param words what came out
  /// @param below what it cost or more about a sum, or empty
  /// @param run the run that it was, if any
  /// @param spoken what the link to the run is called
  /// @param mark `marked` in the recommended column, else empty
  record Cell(
      String column,
      String state,
      String sign,
      String words,
      String below,
      Optional<String> run,
      String spoken,
      String mark) {}

  /// Why an example did not pass in a column.
  record Reason(String example, String column, List<String> sentences, Optional<String> run) {
    /// Copies the list.
    Reason {
      sentences = List.copyOf(sentences);
    }
  }

  /// The cheapest that passes.
  ///
  /// @param ways each way with how sure its rate is
  /// @param adopt the number of the column to adopt; empty where none is recommended or the draft
  ///   already asks those models
  /// @param adoptLabel the words on the button
  /// @param already whether the draft already asks the recommended models
  /// @param bars the parts that can be asked to pass
  record Best(
      String words,
      List<String> ways,
      Optional<String> adopt,
      String adoptLabel,
      boolean already,
      List<ExamplesPage.Choice> bars) {
    /// Copies the lists.
    Best {
      ways = List.copyOf(ways);
      bars = List.copyOf(bars);
    }
  }
}
