package dev.knowhow.run;

import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The rows of runs. Every method works inside the caller's transaction.
final class RunStore {
  private static final String INSERT =
      """
      INSERT INTO run (id, tool_id, version, person_id, sample, state, inputs, seed, program,
        estimate_low_picos, estimate_high_picos, started_at, answers, lease_until)
      VALUES (:id, :toolId, :version, :personId, :sample, 'RUNNING', :inputs, :seed, :program,
        :low, :high, :startedAt, 0, 0)
      """;
  private static final String SELECT =
      """
      SELECT id, tool_id, version, person_id, sample, state, inputs, seed, program,
        estimate_low_picos, estimate_high_picos, started_at, ended_at, outcome, problem
      FROM run WHERE id = :id
      """;
  private static final String OF_TOOL =
      """
      SELECT id, tool_id, version, person_id, sample, state, inputs, seed, program,
        estimate_low_picos, estimate_high_picos, started_at, ended_at, outcome, problem
      FROM run WHERE tool_id = :toolId ORDER BY started_at DESC, id DESC LIMIT :limit
      """;
  private static final String CLAIM =
      """
      UPDATE run SET lease_owner = :owner, lease_until = :until
      WHERE id = :id AND state = 'RUNNING' AND (lease_until < :now OR lease_owner = :owner)
      """;
  private static final String RENEW =
      """
      UPDATE run SET lease_until = :until WHERE lease_owner = :owner AND state = 'RUNNING'
      """;
  private static final String CLAIMABLE =
      """
      SELECT id FROM run WHERE state = 'RUNNING' AND lease_until < :now
      ORDER BY started_at, id LIMIT :limit
      """;
  private static final String FREE_ALL =
      "UPDATE run SET lease_until = 0 WHERE state = 'RUNNING' AND lease_until > 0";
  private static final String NEXT_ARRIVAL = "UPDATE run SET answers = answers + 1 WHERE id = :id";
  private static final String ARRIVAL = "SELECT answers FROM run WHERE id = :id";
  private static final String REST =
      """
      UPDATE run SET state = :state, outcome = :outcome, problem = :problem, ended_at = :endedAt,
        lease_owner = NULL, lease_until = 0
      WHERE id = :id AND state = 'RUNNING'
      """;
  private static final String RELEASE =
      "UPDATE run SET lease_until = 0 WHERE id = :id AND lease_owner = :owner";
  private static final String GO_ON =
      """
      UPDATE run SET state = 'RUNNING', problem = NULL, lease_owner = NULL, lease_until = 0
      WHERE id = :id AND state = 'PARKED'
      """;
  private static final String STOP =
      """
      UPDATE run SET state = 'STOPPED', ended_at = :now, lease_owner = NULL, lease_until = 0
      WHERE id = :id AND state IN ('RUNNING', 'PARKED')
      """;

  /// A run's row.
  ///
  /// @param outcome the flow's result as it ended, or the trace as far as it came
  record Row(
      String id,
      String toolId,
      int version,
      String personId,
      Optional<String> sample,
      RunState state,
      Value.Fields inputs,
      long seed,
      String program,
      Optional<CostRange> estimate,
      Instant startedAt,
      Optional<Instant> endedAt,
      Optional<Value> outcome,
      Optional<Value> problem) {}

  void insert(Handle handle, Row run) {
    handle
        .createUpdate(INSERT)
        .bind("id", run.id())
        .bind("toolId", run.toolId())
        .bind("version", run.version())
        .bind("personId", run.personId())
        .bind("sample", run.sample().orElse(null))
        .bind("inputs", ValueJson.print(run.inputs()))
        .bind("seed", run.seed())
        .bind("program", run.program())
        .bind("low", run.estimate().map(e -> e.low().picos()).orElse(null))
        .bind("high", run.estimate().map(e -> e.high().picos()).orElse(null))
        .bind("startedAt", run.startedAt().toEpochMilli())
        .execute();
  }

  Optional<Row> find(Handle handle, String id) {
    return handle.createQuery(SELECT).bind("id", id).map((row, _) -> read(row)).findOne();
  }

  List<Row> ofTool(Handle handle, String toolId, int limit) {
    return handle
        .createQuery(OF_TOOL)
        .bind("toolId", toolId)
        .bind("limit", limit)
        .map((row, _) -> read(row))
        .list();
  }

  /// Takes the lease if nobody else has it.
  boolean claim(Handle handle, String id, String owner, Instant now, Instant until) {
    return handle
            .createUpdate(CLAIM)
            .bind("id", id)
            .bind("owner", owner)
            .bind("now", now.toEpochMilli())
            .bind("until", until.toEpochMilli())
            .execute()
        == 1;
  }

  /// Renews every lease that this server has.
  void renew(Handle handle, String owner, Instant until) {
    handle.createUpdate(RENEW).bind("owner", owner).bind("until", until.toEpochMilli()).execute();
  }

  List<String> claimable(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(CLAIMABLE)
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /// Frees every lease; only for a database that no other server uses.
  void freeAllLeases(Handle handle) {
    handle.createUpdate(FREE_ALL).execute();
  }

  /// The next place in the order in which answers arrived; locks the run's row until the commit.
  long nextArrival(Handle handle, String id) {
    handle.createUpdate(NEXT_ARRIVAL).bind("id", id).execute();
    return handle.createQuery(ARRIVAL).bind("id", id).mapTo(Long.class).one();
  }

  /// Ends or parks a run that is being worked on.
  boolean rest(
      Handle handle,
      String id,
      RunState state,
      Value outcome,
      Optional<Value> problem,
      @Nullable Instant endedAt) {
    return handle
            .createUpdate(REST)
            .bind("id", id)
            .bind("state", state.name())
            .bind("outcome", ValueJson.print(outcome))
            .bind("problem", problem.map(ValueJson::print).orElse(null))
            .bind("endedAt", endedAt == null ? null : endedAt.toEpochMilli())
            .execute()
        == 1;
  }

  /// Gives the lease back, so that the next server can take the run up at once.
  void release(Handle handle, String id, String owner) {
    handle.createUpdate(RELEASE).bind("id", id).bind("owner", owner).execute();
  }

  boolean goOn(Handle handle, String id) {
    return handle.createUpdate(GO_ON).bind("id", id).execute() == 1;
  }

  boolean stop(Handle handle, String id, Instant now) {
    return handle.createUpdate(STOP).bind("id", id).bind("now", now.toEpochMilli()).execute() == 1;
  }

  private static Row read(ResultSet row) throws SQLException {
    Value inputs = ValueJson.parse(row.getString("inputs"));
    if (!(inputs instanceof Value.Fields fields)) {
      throw new IllegalStateException("the inputs of run " + row.getString("id") + " are cut");
    }
    return new Row(
        row.getString("id"),
        row.getString("tool_id"),
        row.getInt("version"),
        row.getString("person_id"),
        Optional.ofNullable(row.getString("sample")),
        RunState.valueOf(row.getString("state")),
        fields,
        row.getLong("seed"),
        row.getString("program"),
        estimate(row),
        Instant.ofEpochMilli(row.getLong("started_at")),
        moment(row, "ended_at"),
        Optional.ofNullable(row.getString("outcome")).map(ValueJson::parse),
        Optional.ofNullable(row.getString("problem")).map(ValueJson::parse));
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
