package dev.knowhow.run;

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
  private static final String CLAIM =
      """
      UPDATE run SET lease_owner = :owner, lease_until = :until,
        drives = CASE WHEN answers > answers_then THEN 1 ELSE drives + 1 END,
        tries = CASE WHEN answers > answers_then THEN 0 ELSE tries END,
        answers_then = answers
      WHERE id = :id AND state = 'RUNNING' AND (lease_until < :now OR lease_owner = :owner)
      RETURNING drives
      """;
  private static final String RENEW =
      """
      UPDATE run SET lease_until = :until
      WHERE lease_owner = :owner AND state = 'RUNNING' AND lease_until > 0
      """;
  private static final String CLAIMABLE =
      """
      SELECT id, CASE WHEN answers > answers_then THEN 0 ELSE drives END AS fruitless
      FROM run WHERE state = 'RUNNING' AND lease_until < :now
      ORDER BY fruitless, lease_until, started_at, id LIMIT :limit
      """;
  private static final String FREE_ALL =
      "UPDATE run SET lease_until = 0 WHERE state = 'RUNNING' AND lease_until > 0";
  private static final String NEXT_ARRIVAL =
      "UPDATE run SET answers = answers + 1 WHERE id = :id RETURNING answers";
  private static final String LOCK =
      "UPDATE run SET answers = answers WHERE id = :id AND state = 'RUNNING'";
  private static final String HOLD = "UPDATE run SET answers = answers WHERE id = :id";
  private static final String REST =
      """
      UPDATE run SET state = :state, outcome = :outcome, problem = :problem, ended_at = :endedAt,
        wake_at = NULL, drives = 0, lease_owner = NULL, lease_until = 0
      WHERE id = :id AND state = 'RUNNING'
      """;
  private static final String PARK =
      """
      UPDATE run SET state = 'PARKED', problem = :problem, wake_at = NULL, lease_owner = NULL,
        lease_until = 0
      WHERE id = :id AND state = 'RUNNING'
      """;
  private static final String WAIT =
      """
      UPDATE run SET state = 'WAITING', outcome = :outcome, problem = :problem, wake_at = :wakeAt,
        tries = :tries, drives = 0, answers_then = answers, lease_owner = NULL, lease_until = 0
      WHERE id = :id AND state = 'RUNNING' AND answers = :seen
      """;
  private static final String RELEASE =
      """
      UPDATE run SET lease_until = 0, drives = 0 WHERE id = :id AND lease_owner = :owner
      """;
  private static final String ANSWERED =
      """
      UPDATE run SET answers = answers + 1, wake_at = NULL,
        state = CASE WHEN state = 'WAITING' THEN 'RUNNING' ELSE state END
      WHERE id = :id AND state IN ('RUNNING', 'WAITING', 'PARKED') RETURNING answers
      """;
  private static final String WAKE =
      """
      UPDATE run SET state = 'RUNNING', wake_at = NULL
      WHERE id = :id AND state = 'WAITING' AND wake_at IS NOT NULL AND wake_at <= :now
      """;
  private static final String GO_ON =
      """
      UPDATE run SET state = 'RUNNING', problem = NULL, wake_at = NULL, tries = 0, drives = 0,
        lease_owner = NULL, lease_until = 0
      WHERE id = :id AND (state = 'PARKED' OR (state = 'WAITING' AND wake_at IS NOT NULL))
      """;
  private static final String STOP =
      """
      UPDATE run SET state = 'STOPPED', ended_at = :now, wake_at = NULL, lease_owner = NULL,
        lease_until = 0
      WHERE id = :id AND state IN ('RUNNING', 'WAITING', 'PARKED')
      """;
  private static final String LIVE_CHILDREN =
      """
      SELECT id FROM run WHERE parent_run = :parent AND state IN ('RUNNING', 'WAITING', 'PARKED')
      """;

  /// Takes the lease if nobody else has it.
  ///
  /// @return how often the run was claimed and not given back since its last new answer, this time
  ///   counted; empty where somebody else has it
  Optional<Integer> claim(Handle handle, String id, String owner, Instant now, Instant until) {
    return handle
        .createQuery(CLAIM)
        .bind("id", id)
        .bind("owner", owner)
        .bind("now", now.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .mapTo(Integer.class)
        .findOne();
  }

  /// Renews every lease that this server has.
  void renew(Handle handle, String owner, Instant until) {
    handle.createUpdate(RENEW).bind("owner", owner).bind("until", until.toEpochMilli()).execute();
  }

  /// A run that nobody works on.
  ///
  /// @param fruitless how often it was taken up since its last new answer
  record Claimable(String id, int fruitless) {}

  /// The runs that nobody works on, those that were taken up in vain last.
  List<Claimable> claimable(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(CLAIMABLE)
        .bind("now", now.toEpochMilli())
        .bind("limit", limit)
        .map((row, _) -> new Claimable(row.getString("id"), row.getInt("fruitless")))
        .list();
  }

  /// Frees every lease; only for a database that no other server uses.
  void freeAllLeases(Handle handle) {
    handle.createUpdate(FREE_ALL).execute();
  }

  /// The next place in the order in which answers arrived; locks the run's row until the commit.
  long nextArrival(Handle handle, String id) {
    return handle.createQuery(NEXT_ARRIVAL).bind("id", id).mapTo(Long.class).one();
  }

  /// Locks the run's row until the commit, if the run is still to be worked on.
  boolean lock(Handle handle, String id) {
    return handle.createUpdate(LOCK).bind("id", id).execute() == 1;
  }

  /// Locks the run's row until the commit, whatever its state.
  void hold(Handle handle, String id) {
    handle.createUpdate(HOLD).bind("id", id).execute();
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

  /// Parks a run that can't even be begun; how far it came stays as it was.
  boolean park(Handle handle, String id, Value problem) {
    return handle
            .createUpdate(PARK)
            .bind("id", id)
            .bind("problem", ValueJson.print(problem))
            .execute()
        == 1;
  }

  /// Lets a run wait, unless an answer has arrived that its driver has not seen.
  ///
  /// @param seen how many answers the driver has seen
  boolean waits(
      Handle handle, String id, long seen, Value outcome, Optional<Value> problem, Retry retry) {
    return handle
            .createUpdate(WAIT)
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
    handle.createUpdate(RELEASE).bind("id", id).bind("owner", owner).execute();
  }

  /// The next place in the order of answers for one that comes from outside, and sets a run that
  /// waited going; empty where the run has ended.
  Optional<Long> answeredFromOutside(Handle handle, String id) {
    return handle.createQuery(ANSWERED).bind("id", id).mapTo(Long.class).findOne();
  }

  /// Sets a run going whose moment has come.
  boolean wake(Handle handle, String id, Instant now) {
    return handle.createUpdate(WAKE).bind("id", id).bind("now", now.toEpochMilli()).execute() == 1;
  }

  boolean goOn(Handle handle, String id) {
    return handle.createUpdate(GO_ON).bind("id", id).execute() == 1;
  }

  /// Stops one run, and says whether it had not ended.
  boolean stop(Handle handle, String id, Instant now) {
    return handle.createUpdate(STOP).bind("id", id).bind("now", now.toEpochMilli()).execute() == 1;
  }

  /// The runs that a run uses and that have not ended.
  List<String> liveChildren(Handle handle, String parent) {
    return handle.createQuery(LIVE_CHILDREN).bind("parent", parent).mapTo(String.class).list();
  }
}
