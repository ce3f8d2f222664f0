package dev.knowhow.eval;

import dev.knowhow.price.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that can be seen of one trial: a table of examples and columns.
///
/// @param cap the most that its live columns may cost together; empty where none is live
/// @param spent what they cost so far, exactly
/// @param held what calls on their way hold of the cap
/// @param rows one for each example; cells in the order of the columns
public record TrialView(
    String id,
    String toolId,
    String about,
    TrialState state,
    String startedBy,
    Instant startedAt,
    Optional<Instant> endedAt,
    Optional<Money> cap,
    Money spent,
    Money held,
    List<ColumnView> columns,
    List<RowView> rows) {

  /// Copies the lists.
  public TrialView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /// How many cells the table has.
  public int of() {
    return columns.size() * rows.size();
  }

  /// How many of them have their outcome.
  public int done() {
    return (int)
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.outcome().isFinal())
            .count();
  }

  /// The examples that have not passed in some column, by the names of their files.
  public List<String> notPassed() {
    return rows.stream()
        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.outcome().passed()))
        .map(RowView::example)
        .toList();
  }

  /// The cells of a column, counted from 0, in the order of the rows.
  public List<CellView> cells(int column) {
    return rows.stream().map(row -> row.cells().get(column)).toList();
  }

  /// A column with its sums.
  ///
  /// @param executed the version that its runs have: the column's own, or a snapshot with these
  ///   examples and tiers
  /// @param models the models that answered so far, by name
  /// @param passed how many examples passed
  /// @param failed how many failed
  /// @param didNotRun how many could not be executed
  /// @param notTried how many were not tried to their end
  /// @param cost what its ended cells cost, exactly
  public record ColumnView(
      TrialColumn column,
      int executed,
      List<String> models,
      int passed,
      int failed,
      int didNotRun,
      int notTried,
      Money cost) {
    /// Copies the list.
    public ColumnView {
      models = List.copyOf(models);
    }

    /// How many examples were judged.
    public int judged() {
      return passed + failed;
    }
  }

  /// One example.
  ///
  /// @param example its file's name without ending
  public record RowView(String example, String name, List<CellView> cells) {
    /// Copies the list.
    public RowView {
      cells = List.copyOf(cells);
    }
  }

  /// One example in one column.
  ///
  /// @param runId the run of a live column, once it was begun
  /// @param cost what it cost, exactly; with the most that calls of unknown outcome can have cost
  /// @param tokens what was sent and received
  /// @param took from its start to its end
  public record CellView(
      CellOutcome outcome, Optional<String> runId, Money cost, long tokens, Duration took) {}
}
