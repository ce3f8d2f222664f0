package dev.knowhow.eval;

import dev.knowhow.price.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The rows of trials, and who drives them. Every method works inside the caller's transaction.
final class TrialStore {
  private static final String INSERT =
      """
      INSERT INTO trials (id, tool_id, about, person_id, person_name, state, driven, cap_picos,
        started_at, lease_until)
      VALUES (:id, :toolId, :about, :personId, :personName, 'RUNNING', 1, :cap, :startedAt, 0)
      """;
  private static final String TRIAL =
      """
      SELECT id, tool_id, about, person_id, person_name, state, cap_picos, started_at, ended_at
      FROM trials
      """;
  private static final String ONE = TRIAL + "WHERE id = :id";
  private static final String OF_TOOL =
      TRIAL + "WHERE tool_id = :toolId ORDER BY started_at DESC, id DESC LIMIT :limit";
  private static final String OF_FILES =
      """
      SELECT t.id FROM trials t JOIN trial_columns c ON c.trial_id = t.id
      WHERE t.tool_id = :toolId AND t.state = 'DONE' AND c.files_sha256 = :sha256
        AND c.tiers = '{}'
      ORDER BY c.live DESC, t.started_at DESC, t.id DESC LIMIT 1
      """;
  private static final String STATE =
      """
      UPDATE trials SET state = :state, driven = 1 WHERE id = :id AND state = :from
      """;
  private static final String REST =
      """
      UPDATE trials SET driven = 0, lease_owner = NULL, lease_until = 0
      WHERE id = :id AND state = :state
      """;
  private static final String CLOSE =
      "UPDATE trials SET state = :state, ended_at = :now WHERE id = :id AND state = :from";
  private static final String CLAIM =
      """
      UPDATE trials SET lease_owner = :owner, lease_until = :until
      WHERE id = :id AND driven = 1 AND (lease_until < :now OR lease_owner = :owner)
      """;
  private static final String CLAIMABLE =
      """
      SELECT id FROM trials WHERE driven = 1 AND (lease_until < :now OR lease_owner = :owner)
      ORDER BY started_at, id
      """;
  private static final String FREE_ALL = "UPDATE trials SET lease_until = 0 WHERE lease_until > 0";

  /// A trial's row.
  record Trial(
      String id,
      String toolId,
      String about,
      String personId,
      String personName,
      TrialState state,
      Optional<Money> cap,
      Instant startedAt,
      Optional<Instant> endedAt) {}

  void insert(Handle handle, Trial trial) {
    handle
        .createUpdate(INSERT)
        .bind("id", trial.id())
        .bind("toolId", trial.toolId())
        .bind("about", trial.about())
        .bind("personId", trial.personId())
        .bind("personName", trial.personName())
        .bind("cap", trial.cap().map(Money::picos).orElse(null))
        .bind("startedAt", trial.startedAt().toEpochMilli())
        .execute();
  }

  Optional<Trial> find(Handle handle, String id) {
    return handle.createQuery(ONE).bind("id", id).map((row, _) -> trial(row)).findOne();
  }

  /// The trials of a tool, the newest first.
  List<Trial> ofTool(Handle handle, String toolId, int limit) {
    return handle
        .createQuery(OF_TOOL)
        .bind("toolId", toolId)
        .bind("limit", limit)
        .map((row, _) -> trial(row))
        .list();
  }

  /// The newest trial that is done and tried these files as they are, live ones first.
  Optional<String> ofFiles(Handle handle, String toolId, String sha256) {
    return handle
        .createQuery(OF_FILES)
        .bind("toolId", toolId)
        .bind("sha256", sha256)
        .mapTo(String.class)
        .findOne();
  }

  /// Changes the state of a trial, which is to be driven then, and says whether it was as thought.
  boolean change(Handle handle, String id, TrialState from, TrialState state) {
    return handle
            .createUpdate(STATE)
            .bind("id", id)
            .bind("from", from.name())
            .bind("state", state.name())
            .execute()
        == 1;
  }

  /// Ends a trial, and says whether its state was as thought.
  boolean close(Handle handle, String id, TrialState from, TrialState state, Instant now) {
    return handle
            .createUpdate(CLOSE)
            .bind("id", id)
            .bind("from", from.name())
            .bind("state", state.name())
            .bind("now", now.toEpochMilli())
            .execute()
        == 1;
  }

  /// Nothing is to be done for a trial as long as its state is this one; says whether it still is.
  boolean rest(Handle handle, String id, TrialState state) {
    return handle.createUpdate(REST).bind("id", id).bind("state", state.name()).execute() == 1;
  }

  /// Takes or renews the lease of a trial that is to be driven, if nobody else has it.
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

  /// The trials that this server may drive.
  List<String> claimable(Handle handle, String owner, Instant now) {
    return handle
        .createQuery(CLAIMABLE)
        .bind("owner", owner)
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .list();
  }

  /// Frees every lease; only for a database that no other server uses.
  void freeAllLeases(Handle handle) {
    handle.createUpdate(FREE_ALL).execute();
  }

  private static Trial trial(ResultSet row) throws SQLException {
    long cap = row.getLong("cap_picos");
    Optional<Money> money = row.wasNull() ? Optional.empty() : Optional.of(new Money(cap));
    long ended = row.getLong("ended_at");
    Optional<Instant> endedAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
    return new Trial(
        row.getString("id"),
        row.getString("tool_id"),
        row.getString("about"),
        row.getString("person_id"),
        row.getString("person_name"),
        TrialState.valueOf(row.getString("state")),
        money,
        Instant.ofEpochMilli(row.getLong("started_at")),
        endedAt);
  }
}
