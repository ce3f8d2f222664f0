package dev.knowhow.run;

import dev.knowhow.store.Sql;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The rows of reviews. Every method works inside the caller's transaction.
final class ReviewStore {
  private static final String OPEN =
      """
      INSERT INTO reviews (id, run_id, number, tool_id, version, step, lane, decider, started_by,
        started_by_name, asked, since, until, state)
      VALUES (:id, :runId, :number, :toolId, :version, :step, :lane, :decider, :startedBy,
        :startedByName, :asked, :since, :until, 'OPEN')
      """;
  private static final String COLUMNS =
      """
      SELECT id, run_id, number, tool_id, version, step, lane, decider, started_by,
        started_by_name, asked, since, until, state, decision, answer,
        decided_by_name, decided_at, comment
      FROM reviews
      """;
  private static final String ONE = COLUMNS + "WHERE id = :id";
  private static final String OF_RUN = COLUMNS + "WHERE run_id = :runId ORDER BY number";
  private static final String INBOX_OF_ALL =
      COLUMNS + "WHERE state = 'OPEN' ORDER BY since, id LIMIT :limit";
  private static final String INBOX =
      COLUMNS
          + """
          WHERE state = 'OPEN' AND (decider IN (<deciders>) OR (decider = '' AND
            (:builds OR started_by = :person)))
          ORDER BY since, id LIMIT :limit
          """;
  private static final String COUNT_OF_ALL =
      "SELECT tool_id, COUNT(*) AS open FROM reviews WHERE state = 'OPEN' GROUP BY tool_id";
  private static final String COUNT =
      """
      SELECT tool_id, COUNT(*) AS open FROM reviews
      WHERE state = 'OPEN' AND (decider IN (<deciders>) OR (decider = '' AND
        (:builds OR started_by = :person)))
      GROUP BY tool_id
      """;
  private static final String END =
      """
      UPDATE reviews SET state = :state, decision = :decision, answer = :answer,
        decided_by = :by,
        decided_by_name = :byName, decided_at = :at, comment = :comment
      WHERE id = :id AND state = 'OPEN'
      """;
  private static final Sql WITHDRAW =
      Sql.of(
          """
          UPDATE reviews SET state = 'WITHDRAWN', decision = 'withdrawn', decided_at = :at
          WHERE run_id = :runId AND state = 'OPEN'
          """);

  /// How a review stands.
  enum State {
    OPEN,
    DECIDED,
    LATE,
    WITHDRAWN
  }

  /// A review's row.
  ///
  /// @param decider `vertical/role`, or empty for whoever started the run, a builder or an owner
  /// @param asked the arguments of the flow's call
  record Row(
      String id,
      String runId,
      int number,
      String toolId,
      int version,
      String step,
      String lane,
      String decider,
      String startedBy,
      String startedByName,
      Value.Fields asked,
      Instant since,
      Optional<Instant> until,
      State state,
      Optional<ReviewView.Decided> decided) {}

  /// Whose reviews are looked for.
  ///
  /// @param all whether every review is theirs to decide
  record Deciding(boolean all, boolean builds, String personId, Set<String> deciders) {
    /// A list in SQL is never empty.
    List<String> decidersOrNobody() {
      return deciders.isEmpty() ? List.of("/") : List.copyOf(deciders);
    }
  }

  void open(Handle handle, Row review) {
    handle
        .createUpdate(OPEN)
        .bind("id", review.id())
        .bind("runId", review.runId())
        .bind("number", review.number())
        .bind("toolId", review.toolId())
        .bind("version", review.version())
        .bind("step", review.step())
        .bind("lane", review.lane())
        .bind("decider", review.decider())
        .bind("startedBy", review.startedBy())
        .bind("startedByName", review.startedByName())
        .bind("asked", ValueJson.print(review.asked()))
        .bind("since", review.since().toEpochMilli())
        .bind("until", review.until().map(Instant::toEpochMilli).orElse(null))
        .execute();
  }

  Optional<Row> find(Handle handle, String id) {
    return handle.createQuery(ONE).bind("id", id).map((row, _) -> read(row)).findOne();
  }

  List<Row> ofRun(Handle handle, String runId) {
    return handle.createQuery(OF_RUN).bind("runId", runId).map((row, _) -> read(row)).list();
  }

  /// The open reviews that somebody may decide, the oldest first.
  List<Row> inbox(Handle handle, Deciding who, int limit) {
    if (who.all()) {
      return handle
          .createQuery(INBOX_OF_ALL)
          .bind("limit", limit)
          .map((row, _) -> read(row))
          .list();
    }
    return handle
        .createQuery(INBOX)
        .bindList("deciders", who.decidersOrNobody())
        .bind("builds", who.builds())
        .bind("person", who.personId())
        .bind("limit", limit)
        .map((row, _) -> read(row))
        .list();
  }

  /// How many open reviews of each tool somebody may decide.
  List<OfTool> count(Handle handle, Deciding who) {
    if (who.all()) {
      return handle.createQuery(COUNT_OF_ALL).map((row, _) -> ofTool(row)).list();
    }
    return handle
        .createQuery(COUNT)
        .bindList("deciders", who.decidersOrNobody())
        .bind("builds", who.builds())
        .bind("person", who.personId())
        .map((row, _) -> ofTool(row))
        .list();
  }

  /// How many reviews of a tool are open.
  record OfTool(String toolId, int open) {}

  /// Ends an open review.
  ///
  /// @param answer what the flow is told
  void end(
      Handle handle,
      String id,
      State state,
      String personId,
      ReviewView.Decided how,
      Value answer) {
    handle
        .createUpdate(END)
        .bind("id", id)
        .bind("state", state.name())
        .bind("decision", how.decision())
        .bind("answer", ValueJson.print(answer))
        .bind("by", personId)
        .bind("byName", how.by())
        .bind("at", how.at().toEpochMilli())
        .bind("comment", how.comment())
        .execute();
  }

  /// Takes back the open reviews of a run that ends without them.
  void withdraw(Handle handle, String runId, Instant now) {
    WITHDRAW.on(handle).bind("runId", runId).bind("at", now.toEpochMilli()).execute();
  }

  private static OfTool ofTool(ResultSet row) throws SQLException {
    return new OfTool(row.getString("tool_id"), row.getInt("open"));
  }

  private static Row read(ResultSet row) throws SQLException {
    if (!(ValueJson.parse(row.getString("asked")) instanceof Value.Fields asked)) {
      throw new IllegalStateException("review " + row.getString("id") + " is cut");
    }
    long until = row.getLong("until");
    Optional<Instant> ends =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
    return new Row(
        row.getString("id"),
        row.getString("run_id"),
        row.getInt("number"),
        row.getString("tool_id"),
        row.getInt("version"),
        row.getString("step"),
        row.getString("lane"),
        row.getString("decider"),
        row.getString("started_by"),
        row.getString("started_by_name"),
        asked,
        Instant.ofEpochMilli(row.getLong("since")),
        ends,
        State.valueOf(row.getString("state")),
        decided(row));
  }

  private static Optional<ReviewView.Decided> decided(ResultSet row) throws SQLException {
    String decision = row.getString("decision");
    if (decision == null) {
      return Optional.empty();
    }
    String answer = row.getString("answer");
    return Optional.of(
        decided(
            answer == null
                ? Value.fields("decision", Value.text(decision))
                : ValueJson.parse(answer),
            Instant.ofEpochMilli(row.getLong("decided_at"))));
  }

  /// How a review ended, as the flow was told it.
  static ReviewView.Decided decided(Value answer, Instant at) {
    Value.Fields fields = answer instanceof Value.Fields some ? some : Value.noFields();
    Map<String, String> fills = new LinkedHashMap<>();
    if (fields.get("fills") instanceof Value.Fields(Map<String, Value> values)) {
      values.forEach((name, value) -> fills.put(name, text(value)));
    }
    return new ReviewView.Decided(
        fields.get("decision").textOrEmpty(),
        fields.get("by").textOrEmpty(),
        at,
        fields.get("comment").textOrEmpty(),
        fields.get("value"),
        fills);
  }

  private static String text(Value value) {
    return value instanceof Value.YesNo(boolean yes) ? (yes ? "yes" : "no") : value.textOrEmpty();
  }
}
