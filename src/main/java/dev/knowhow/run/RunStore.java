package dev.knowhow.run;

import dev.knowhow.flow.Turn;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.store.Sql;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of runs, as they are looked at. Every method works inside the caller's transaction.
final class RunStore {
  private static final Sql INSERT =
      Sql.of(
          """
          INSERT INTO run (id, tool_id, version, person_id, person_name, sample, state, inputs, seed,
            program, estimate_low_picos, estimate_high_picos, started_at, answers, lease_owner,
            lease_until, drives,
            parent_run, parent_call, root_run, depth, from_run, from_call, changes, flow_clock,
            tried)
          VALUES (:id, :toolId, :version, :personId, :personName, :sample, 'RUNNING', :inputs, :seed,
            :program, :low, :high, :startedAt, 0, :owner, :until, :drives,
            :parentRun, :parentCall, :rootRun, :depth, :fromRun, :fromCall, :changes, :flowClock,
            :tried)
          """);
  private static final String COLUMNS =
      """
      SELECT id, tool_id, version, person_id, person_name, sample, state, inputs, seed, program,
        estimate_low_picos, estimate_high_picos, started_at, ended_at, outcome, problem, answers,
        parent_run, parent_call, root_run, depth, from_run, from_call, changes, flow_clock,
        wake_at, tries, drives, answers_then, tried
      FROM run
      """;
  private static final Sql ONE = Sql.of(COLUMNS + "WHERE id = :id");
  private static final Sql OF_TOOL =
      Sql.of(
          COLUMNS
              + """
              WHERE tool_id = :toolId AND tried IS NULL
              ORDER BY started_at DESC, id DESC LIMIT :limit
              """);
  private static final Sql OF_TOOL_AND_PERSON =
      Sql.of(
          COLUMNS
              + """
              WHERE tool_id = :toolId AND person_id = :personId AND tried IS NULL
              ORDER BY started_at DESC, id DESC LIMIT :limit
              """);
  private static final Sql OF_PARENT =
      Sql.of(COLUMNS + "WHERE parent_run = :parent ORDER BY parent_call");
  private static final Sql TOOL = Sql.of("SELECT tool_id FROM run WHERE id = :id");
  private static final Sql STATE = Sql.of("SELECT state FROM run WHERE id = :id");
  private static final Sql OUTCOME = Sql.of("SELECT outcome FROM run WHERE id = :id");

  /// A run's row.
  ///
  /// @param outcome the flow's result as it ended, or the trace as far as it came
  /// @param answers how many answers its journal has
  /// @param inside where it stands among the runs that use each other
  /// @param origin the run that it was made from
  /// @param tried the example that it tries for a trial, which decides what persons would; empty
  ///   text for a run that such a run uses
  record Row(
      String id,
      String toolId,
      int version,
      String personId,
      String personName,
      Optional<String> sample,
      RunState state,
      Value.Fields inputs,
      long seed,
      String program,
      Optional<CostRange> estimate,
      Instant startedAt,
      Optional<Instant> endedAt,
      Optional<Value> outcome,
      Optional<Value> problem,
      long answers,
      Inside inside,
      Optional<Origin> origin,
      Attempts attempts,
      Optional<String> tried) {

    /// The moment at which the flow's clock stands still.
    Instant flowClock() {
      return origin.map(Origin::flowClock).orElse(startedAt);
    }

    /// Who waits for its slices: a person, or nobody where it is one of many of a trial.
    Turn turn() {
      return tried.isEmpty() ? Turn.person(toolId) : Turn.batch(toolId);
    }

    /// Whose budget the run is in.
    String root() {
      return inside.root().isEmpty() ? id : inside.root();
    }
  }

  /// Where a run stands among the runs that use each other.
  ///
  /// @param parent the run that uses it, and which of that run's calls does
  /// @param root the run that a person started, or empty where it is the run itself
  /// @param depth how many runs are above it
  record Inside(Optional<Parent> parent, String root, int depth) {
    /// A run that a person started.
    static final Inside NOTHING = new Inside(Optional.empty(), "", 0);
  }

  /// A call of a run that another run answers.
  record Parent(String run, int call) {}

  /// The run that a run was made from.
  ///
  /// @param fromCall the first call of that run that is made anew, or 0 where only the changes say
  ///   what is
  /// @param changes what is different from the tool's version, also what was in that run already
  /// @param anew the ids of the asks whose answers are not taken over
  record Origin(String runId, int fromCall, Changes changes, Set<String> anew, Instant flowClock) {
    /// Copies the set.
    Origin {
      anew = Set.copyOf(anew);
    }
  }

  /// How often a run was begun and failed to go on.
  ///
  /// @param wakeAt when it is tried again
  /// @param tries how often that was without one new answer
  /// @param drives how often it was claimed and not given back since its last new answer
  /// @param answersThen how many answers there were when it was claimed last
  record Attempts(Optional<Instant> wakeAt, int tries, int drives, long answersThen) {
    /// Nothing has happened yet.
    static final Attempts NONE = new Attempts(Optional.empty(), 0, 0, 0);
  }

  /// Writes a run that nobody works on yet.
  void insert(Handle handle, Row run) {
    insert(handle, run, null, 0);
  }

  /// Writes a run that a server has claimed as it makes it.
  void insertClaimed(Handle handle, Row run, String owner, Instant until) {
    insert(handle, run, owner, until.toEpochMilli());
  }

  private static void insert(Handle handle, Row run, @Nullable String owner, long until) {
    INSERT
        .on(handle)
        .bind("id", run.id())
        .bind("toolId", run.toolId())
        .bind("version", run.version())
        .bind("personId", run.personId())
        .bind("personName", run.personName())
        .bind("sample", run.sample().orElse(null))
        .bind("inputs", ValueJson.print(run.inputs()))
        .bind("seed", run.seed())
        .bind("program", run.program())
        .bind("low", run.estimate().map(e -> e.low().picos()).orElse(null))
        .bind("high", run.estimate().map(e -> e.high().picos()).orElse(null))
        .bind("startedAt", run.startedAt().toEpochMilli())
        .bind("owner", owner)
        .bind("until", until)
        .bind("drives", owner == null ? 0 : 1)
        .bind("parentRun", run.inside().parent().map(Parent::run).orElse(null))
        .bind("parentCall", run.inside().parent().map(Parent::call).orElse(null))
        .bind("rootRun", run.inside().root().isEmpty() ? null : run.inside().root())
        .bind("depth", run.inside().depth())
        .bind("fromRun", run.origin().map(Origin::runId).orElse(null))
        .bind("fromCall", run.origin().map(Origin::fromCall).orElse(0))
        .bind(
            "changes", run.origin().map(o -> ChangesJson.write(o.changes(), o.anew())).orElse(null))
        .bind("flowClock", run.origin().map(o -> o.flowClock().toEpochMilli()).orElse(null))
        .bind("tried", run.tried().orElse(null))
        .execute();
  }

  /// The tool that a run is of.
  Optional<String> toolOf(Handle handle, String id) {
    return TOOL.on(handle).bind("id", id).first(row -> row.getString(1));
  }

  Optional<Row> find(Handle handle, String id) {
    return ONE.on(handle).bind("id", id).first(row -> read(row));
  }

  RunState state(Handle handle, String id) {
    return RunState.valueOf(
        STATE.on(handle).bind("id", id).first(row -> row.getString(1)).orElseThrow());
  }

  /// The outcome as it is stored, byte for byte.
  Optional<String> storedOutcome(Handle handle, String id) {
    return OUTCOME.on(handle).bind("id", id).first(row -> row.getString(1));
  }

  List<Row> ofTool(Handle handle, String toolId, int limit) {
    return OF_TOOL.on(handle).bind("toolId", toolId).bind("limit", limit).list(row -> read(row));
  }

  List<Row> ofTool(Handle handle, String toolId, String personId, int limit) {
    return OF_TOOL_AND_PERSON
        .on(handle)
        .bind("toolId", toolId)
        .bind("personId", personId)
        .bind("limit", limit)
        .list(row -> read(row));
  }

  /// The runs that a run uses, in the order of its calls.
  List<Row> usedBy(Handle handle, String parent) {
    return OF_PARENT.on(handle).bind("parent", parent).list(row -> read(row));
  }

  private static Row read(ResultSet row) throws SQLException {
    if (!(ValueJson.parse(row.getString("inputs")) instanceof Value.Fields fields)) {
      throw new IllegalStateException("the inputs of run " + row.getString("id") + " are cut");
    }
    return new Row(
        row.getString("id"),
        row.getString("tool_id"),
        row.getInt("version"),
        row.getString("person_id"),
        row.getString("person_name"),
        Optional.ofNullable(row.getString("sample")),
        RunState.valueOf(row.getString("state")),
        fields,
        row.getLong("seed"),
        row.getString("program"),
        estimate(row),
        Instant.ofEpochMilli(row.getLong("started_at")),
        moment(row, "ended_at"),
        Optional.ofNullable(row.getString("outcome")).map(ValueJson::parse),
        Optional.ofNullable(row.getString("problem")).map(ValueJson::parse),
        row.getLong("answers"),
        inside(row),
        origin(row),
        new Attempts(
            moment(row, "wake_at"),
            row.getInt("tries"),
            row.getInt("drives"),
            row.getLong("answers_then")),
        Optional.ofNullable(row.getString("tried")));
  }

  private static Inside inside(ResultSet row) throws SQLException {
    int call = row.getInt("parent_call");
    Optional<Parent> parent =
        Optional.ofNullable(row.getString("parent_run")).map(run -> new Parent(run, call));
    return new Inside(
        parent, Optional.ofNullable(row.getString("root_run")).orElse(""), row.getInt("depth"));
  }

  private static Optional<Origin> origin(ResultSet row) throws SQLException {
    String from = row.getString("from_run");
    if (from == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Origin(
            from,
            row.getInt("from_call"),
            ChangesJson.changes(row.getString("changes")),
            ChangesJson.anew(row.getString("changes")),
            Instant.ofEpochMilli(row.getLong("flow_clock"))));
  }

  private static Optional<CostRange> estimate(ResultSet row) throws SQLException {
    long low = row.getLong("estimate_low_picos");
    if (row.wasNull()) {
      return Optional.empty();
    }
    return Optional.of(
        new CostRange(new Money(low), new Money(row.getLong("estimate_high_picos"))));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
