package dev.knowhow.eval;

import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// The columns and cells of trials. Every method works inside the caller's transaction.
final class CellStore {
  private static final String COLUMN =
      """
      INSERT INTO trial_columns (trial_id, number, label, version, executed, files_sha256, live,
        tiers)
      VALUES (:trialId, :number, :label, :version, :executed, :sha256, :live, :tiers)
      """;
  private static final String CELL =
      """
      INSERT INTO trial_cells (trial_id, column_number, place, example, name, outcome)
      VALUES (:trialId, :column, :place, :example, :name, :outcome)
      """;
  private static final String COLUMNS =
      """
      SELECT number, label, version, executed, live, tiers
      FROM trial_columns WHERE trial_id = :id ORDER BY number
      """;
  private static final String CELLS =
      """
      SELECT column_number, place, example, name, run_id, outcome
      FROM trial_cells WHERE trial_id = :id ORDER BY column_number, place
      """;
  private static final String COUNTS =
      "SELECT COUNT(*) AS cells, COUNT(outcome) AS done FROM trial_cells WHERE trial_id = :id";
  private static final String COLUMN_OF_FILES =
      """
      SELECT number FROM trial_columns
      WHERE trial_id = :id AND files_sha256 = :sha256 AND tiers = '{}'
      ORDER BY live DESC, number LIMIT 1
      """;
  private static final String BEGIN =
      """
      UPDATE trial_cells SET run_id = :runId
      WHERE trial_id = :id AND column_number = :column AND place = :place
        AND run_id IS NULL AND outcome IS NULL
      """;
  private static final String END =
      """
      UPDATE trial_cells SET outcome = :outcome, ended_at = :now
      WHERE trial_id = :id AND column_number = :column AND place = :place AND outcome IS NULL
      """;

  /// A column's row.
  ///
  /// @param number counts from 0
  /// @param executed the version that is executed: the column's own or a snapshot made for it
  record Column(int number, TrialColumn column, int executed) {}

  /// A cell's row.
  ///
  /// @param tally empty as long as it has no outcome
  record Cell(
      int column,
      int place,
      String example,
      String name,
      Optional<String> runId,
      Optional<Tally> tally) {}

  /// Writes a column.
  ///
  /// @param sha256 of the files of the version that the person chose
  void insert(Handle handle, String trialId, Column column, String sha256) {
    handle
        .createUpdate(COLUMN)
        .bind("trialId", trialId)
        .bind("number", column.number())
        .bind("label", column.column().label())
        .bind("version", column.column().version())
        .bind("executed", column.executed())
        .bind("sha256", sha256)
        .bind("live", column.column().isLive() ? 1 : 0)
        .bind("tiers", tiers(column.column().tiers()))
        .execute();
  }

  void insert(Handle handle, String trialId, Cell cell) {
    handle
        .createUpdate(CELL)
        .bind("trialId", trialId)
        .bind("column", cell.column())
        .bind("place", cell.place())
        .bind("example", cell.example())
        .bind("name", cell.name())
        .bind("outcome", cell.tally().map(TallyJson::write).orElse(null))
        .execute();
  }

  List<Column> columns(Handle handle, String id) {
    return handle
        .createQuery(COLUMNS)
        .bind("id", id)
        .map((row, _) ->
            new Column(
                row.getInt("number"),
                new TrialColumn(
                    row.getString("label"),
                    row.getInt("version"),
                    row.getInt("live") == 1 ? TrialColumn.Answers.LIVE : TrialColumn.Answers.SAMPLE,
                    tiers(row.getString("tiers"))),
                row.getInt("executed")))
        .list();
  }

  /// The cells, column by column.
  List<Cell> cells(Handle handle, String id) {
    return handle
        .createQuery(CELLS)
        .bind("id", id)
        .map((row, _) ->
            new Cell(
                row.getInt("column_number"),
                row.getInt("place"),
                row.getString("example"),
                row.getString("name"),
                Optional.ofNullable(row.getString("run_id")),
                Optional.ofNullable(row.getString("outcome")).map(TallyJson::read)))
        .list();
  }

  /// How many cells there are, and how many have their outcome.
  record Counts(int cells, int done) {}

  Counts counts(Handle handle, String id) {
    return handle
        .createQuery(COUNTS)
        .bind("id", id)
        .map((row, _) -> new Counts(row.getInt("cells"), row.getInt("done")))
        .one();
  }

  /// The column of a trial that tried these files as they are.
  int columnOfFiles(Handle handle, String id, String sha256) {
    return handle
        .createQuery(COLUMN_OF_FILES)
        .bind("id", id)
        .bind("sha256", sha256)
        .mapTo(Integer.class)
        .one();
  }

  /// Writes which run tries a cell, and says whether the cell had none and no outcome.
  boolean begin(Handle handle, String id, Cell cell, String runId) {
    return handle
            .createUpdate(BEGIN)
            .bind("id", id)
            .bind("column", cell.column())
            .bind("place", cell.place())
            .bind("runId", runId)
            .execute()
        == 1;
  }

  /// Writes the outcome of a cell that has none.
  void end(Handle handle, String id, Cell cell, Tally tally, Instant now) {
    handle
        .createUpdate(END)
        .bind("id", id)
        .bind("column", cell.column())
        .bind("place", cell.place())
        .bind("outcome", TallyJson.write(tally))
        .bind("now", now.toEpochMilli())
        .execute();
  }

  private static String tiers(Map<String, Tier> tiers) {
    Map<String, Value> fields = new TreeMap<>();
    tiers.forEach((ask, tier) -> fields.put(ask, Value.text(tier.words())));
    return ValueJson.print(Value.fields(fields));
  }

  private static Map<String, Tier> tiers(String json) {
    Map<String, Tier> tiers = new TreeMap<>();
    ((Value.Fields) ValueJson.parse(json))
        .fields()
        .forEach((ask, tier) ->
            tiers.put(ask, Tier.valueOf(tier.textOrEmpty().toUpperCase(Locale.ROOT))));
    return tiers;
  }
}
