package dev.knowhow.run;

import dev.knowhow.store.Sql;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The states of runs: who works on one, how it comes to rest, what sets it going again. Every
/// method works inside the caller's transaction, and whoever changes a run's journal changes its
/// row first, so that two of them never wait for each other.
final class StateStore {
  private static final Sql CLAIM =
      Sql.of(
          """
          UPDATE run SET lease_owner = :owner, lease_until = :until,
            drives = CASE WHEN answers > answers_then THEN 1 ELSE drives + 1 END,
            tries = CASE WHEN answers > answers_then THEN 0 ELSE tries END,
            answers_then = answers
          WHERE id = :id AND state = 'RUNNING' AND (lease_until < :now OR lease_owner = :owner)
          RETURNING drives
          """);
  private static final Sql RENEW =
      Sql.of(
          """
          UPDATE run SET lease_until = :until
          WHERE lease_owner = :owner AND state = 'RUNNING' AND lease_until > 0
          """);
  private static final Sql CLAIMABLE =
      Sql.of(
          """
          SELECT id, CASE WHEN answers > answers_then THEN 0 ELSE drives END AS fruitless
          FROM run WHERE state = 'RUNNING' AND lease_until < :now
          ORDER BY fruitless, lease_until, started_at, id LIMIT :limit
          """);
  private static final Sql FREE_ALL =
      Sql.of("UPDATE run SET lease_until = 0 WHERE state = 'RUNNING' AND lease_until > 0");
  private static final Sql NEXT_ARRIVAL =
      Sql.of("UPDATE run SET answers = answers + 1 WHERE id = :id RETURNING answers");
  private static final Sql LOCK =
      Sql.of("UPDATE run SET answers = answers WHERE id = :id AND state = 'RUNNING'");
  private static final Sql HOLD = Sql.of("UPDATE run SET answers = answers WHERE id = :id");
  private static final Sql REST =
      Sql.of(
          """
          UPDATE run SET state = :state, outcome = :outcome, problem = :problem, ended_at = :endedAt,
            wake_at = NULL, drives = 0, lease_owner = NULL, lease_until = 0
          WHERE id = :id AND state = 'RUNNING'
          """);
  private static final Sql PARK =
      Sql.of(
          """
          UPDATE run SET state = 'PARKED', problem = :problem, wake_at = NULL, lease_owner = NULL,
            lease_until = 0
          WHERE id = :id AND state = 'RUNNING'
          """);
  private static final Sql WAIT =
      Sql.of(
          """
          UPDATE run SET state = 'WAITING', outcome = :outcome, problem = :problem, wake_at = :wakeAt,
            tries = :tries, drives = 0, answers_then = answers, lease_owner = NULL, lease_until = 0
          WHERE id = :id AND state = 'RUNNING' AND answers = :seen
          """);
  private static final Sql RELEASE =
      Sql.of(
          """
          UPDATE run SET lease_until = 0, drives = 0 WHERE id = :id AND lease_owner = :owner
          """);
  private static final Sql ANSWERED =
      Sql.of(
          """
          UPDATE run SET answers = answers + 1, wake_at = NULL,
            state = CASE WHEN state = 'WAITING' THEN 'RUNNING' ELSE state END
          WHERE id = :id AND state IN ('RUNNING', 'WAITING', 'PARKED') RETURNING answers
          """);
  private static final Sql WAKE =
      Sql.of(
          """
          UPDATE run SET state = 'RUNNING', wake_at = NULL
          WHERE id = :id AND state = 'WAITING' AND wake_at IS NOT NULL AND wake_at <= :now
          """);
  private static final Sql GO_ON =
      Sql.of(
          """
          UPDATE run SET state = 'RUNNING', problem = NULL, wake_at = NULL, tries = 0, drives = 0,
            lease_owner = NULL, lease_until = 0
          WHERE id = :id AND (state = 'PARKED' OR (state = 'WAITING' AND wake_at IS NOT NULL))
          """);
  private static final Sql STOP =
      Sql.of(
          """
          UPDATE run SET state = 'STOPPED', ended_at = :now, wake_at = NULL, lease_owner = NULL,
            lease_until = 0
          WHERE id = :id AND state IN ('RUNNING', 'WAITING', 'PARKED')
          """);
  private static final Sql LIVE_CHILDREN =
      Sql.of(
          """
          SELECT id FROM run WHERE parent_run = :parent AND state IN ('RUNNING', 'WAITING', 'PARKED')
          """);

  /// Takes the lease if nobody else has it.
  ///
  /// @return how often the run was claimed and not given back since its last new answer, this time
  ///   counted; empty where somebody else has it
  Optional<Integer> claim(Handle handle, String id, String owner, Instant now, Instant until) {
    return CLAIM
        .on(handle)
        .bind("id", id)
        .bind("owner", owner)
        .bind("now", now.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .first(row -> row.getInt(1));
  }

  /// Renews every lease that this server has.
  void renew(Handle handle, String owner, Instant until) {
    RENEW.on(handle).bind("owner", owner).bind("until", until.toEpochMilli()).execute();
  }

  /// A run that nobody works on.
  ///
  /// @param fruitless how often it was taken up since its last new answer
  record Claimable(String id, int fruitless) {}

  /// The runs that nobody works on, those that were taken up in vain last.
  List<Claimable> claimable(Handle handle, Instant now, int limit) {
    return CLAIMABLE
        .on(handle)
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .list(row -> new Claimable(row.getString("id"), row.getInt("fruitless")));
  }

  /// Frees every lease; only for a database that no other server uses.
  void freeAllLeases(Handle handle) {
    FREE_ALL.on(handle).execute();
  }

  /// The next place in the order in which answers arrived; locks the run's row until the commit.
  long nextArrival(Handle handle, String id) {
    return NEXT_ARRIVAL.on(handle).bind("id", id).number();
  }

  /// Locks the run's row until the commit, if the run is still to be worked on.
  boolean lock(Handle handle, String id) {
    return LOCK.on(handle).bind("id", id).execute() == 1;
  }

  /// Locks the run's row until the commit, whatever its state.
  void hold(Handle handle, String id) {
    HOLD.on(handle).bind("id", id).execute();
  }

  /// Ends or parks a run that is being worked on.
  boolean rest(
      Handle handle,
      String id,
      RunState state,
      Value outcome,
      Optional<Value> problem,
      @Nullable Instant endedAt) {
    return REST.on(handle)
            .bind("id", id)
            .bind("state", state.name())
            .bind("outcome", ValueJson.print(outcome))
            .bind("problem", problem.map(ValueJson::print).orElse(null))
            .bind("endedAt", endedAt == null ? null : endedAt.toEpochMilli())
            .execute()
        == 1;
  }

  /// Parks a run that can't even be begun; how far it came stays as it was.
  boolean park(Handle handle, String id, Value problem) {
    return PARK.on(handle).bind("id", id).bind("problem", ValueJson.print(problem)).execute() == 1;
  }

  /// Lets a run wait, unless an answer has arrived that its driver has not seen.
  ///
  /// @param seen how many answers the driver has seen
  boolean waits(
      Handle handle, String id, long seen, Value outcome, Optional<Value> problem, Retry retry) {
    return WAIT.on(handle)
            .bind("id", id)
            .bind("seen", seen)
            .bind("outcome", ValueJson.print(outcome))
            .bind("problem", problem.map(ValueJson::print).orElse(null))
            .bind("wakeAt", retry.at().map(Instant::toEpochMilli).orElse(null))
            .bind("tries", retry.tries())
            .execute()
        == 1;
  }

  /// When a run is to be tried again, and how often it was by then.
  record Retry(Optional<Instant> at, int tries) {}

  /// Gives the lease back, so that the next server can take the run up at once.
  void release(Handle handle, String id, String owner) {
    RELEASE.on(handle).bind("id", id).bind("owner", owner).execute();
  }

  /// The next place in the order of answers for one that comes from outside, and sets a run that
  /// waited going; empty where the run has ended.
  Optional<Long> answeredFromOutside(Handle handle, String id) {
    return ANSWERED.on(handle).bind("id", id).first(row -> row.getLong(1));
  }

  /// Sets a run going whose moment has come.
  boolean wake(Handle handle, String id, Instant now) {
    return WAKE.on(handle).bind("id", id).bind("now", now.toEpochMilli()).execute() == 1;
  }

  boolean goOn(Handle handle, String id) {
    return GO_ON.on(handle).bind("id", id).execute() == 1;
  }

  /// Stops one run, and says whether it had not ended.
  boolean stop(Handle handle, String id, Instant now) {
    return STOP.on(handle).bind("id", id).bind("now", now.toEpochMilli()).execute() == 1;
  }

  /// The runs that a run uses and that have not ended.
  List<String> liveChildren(Handle handle, String parent) {
    return LIVE_CHILDREN.on(handle).bind("parent", parent).list(row -> row.getString(1));
  }
}
