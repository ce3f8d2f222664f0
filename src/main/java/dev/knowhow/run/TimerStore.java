package dev.knowhow.run;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Sets timers, in the transaction of whoever needs one. The table is db-scheduler's, which looks
/// for what is due, sees to it that one server does it, and takes the row away.
final class TimerStore {
  private static final String SET =
      """
      INSERT INTO timers (task_name, task_instance, execution_time, picked, version)
      VALUES (:task, :instance, :at, FALSE, 1)
      ON CONFLICT (task_name, task_instance) DO UPDATE
      SET execution_time = excluded.execution_time, version = timers.version + 1, picked = FALSE,
        picked_by = NULL, last_heartbeat = NULL
      """;
  private static final String UNSET =
      """
      DELETE FROM timers WHERE task_name = :task AND task_instance = :instance AND NOT picked
      """;

  void set(Handle handle, String task, String instance, Instant at) {
    handle
        .createUpdate(SET)
        .bind("task", task)
        .bind("instance", instance)
        .bind("at", at.toEpochMilli())
        .execute();
  }

  /// Takes a timer back that is not being seen to already.
  void unset(Handle handle, String task, String instance) {
    handle.createUpdate(UNSET).bind("task", task).bind("instance", instance).execute();
  }
}
