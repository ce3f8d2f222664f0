package dev.knowhow.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.knowhow.store.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Moments at which a run goes on by itself: a review is late, a call is tried again. A timer is a
/// row, so it outlives this process; where several servers share the database, one of them sees to
/// it. What is due is done once or, after a kill, once more. Thread-safe.
final class Timers implements AutoCloseable {
  private static final String LATE = "review-late";
  private static final String AGAIN = "try-again";
  private static final String TABLE = "timers";
  private static final int THREADS = 8;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

  private final Scheduler scheduler;
  private final TimerStore store = new TimerStore();
  private boolean started;

  /// What happens at a moment.
  ///
  /// @param late is given the id of a review whose time is over
  /// @param again is given the id of a run that is to be tried again
  record Due(Consumer<String> late, Consumer<String> again) {}

  Timers(Database database, String serverId, Duration poll, InstantSource clock, Due due) {
    this.scheduler =
        Scheduler.create(
                new WriterDoor(database), List.of(task(LATE, due.late()), task(AGAIN, due.again())))
            .tableName(TABLE)
            .schedulerName(new SchedulerName.Fixed(serverId))
            .jdbcCustomization(new PlainColumns())
            .clock(clock::instant)
            .pollingInterval(poll)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(PATIENCE_AT_CLOSE)
            .executorService(
                Executors.newFixedThreadPool(
                    THREADS, Thread.ofVirtual().name("run-timer-", 0).factory()))
            .build();
  }

  private static OneTimeTask<Void> task(String name, Consumer<String> due) {
    return Tasks.oneTime(name)
        .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
        .execute((instance, _) -> due.accept(instance.getId().split("/", 2)[0]));
  }

  synchronized void start() {
    if (!started) {
      started = true;
      scheduler.start();
    }
  }

  /// Says when a review will be too late, in the transaction that opens it.
  void late(Handle handle, String reviewId, Instant at) {
    store.set(handle, LATE, reviewId, at);
  }

  /// A review that was decided is not late any more.
  void decided(Handle handle, String reviewId) {
    store.unset(handle, LATE, reviewId);
  }

  /// Says when a run is tried again, in the transaction that lets it wait. Each try has a timer of
  /// its own: the one before may be the one that is being seen to.
  void again(Handle handle, String runId, int tries, Instant at) {
    store.set(handle, AGAIN, runId + "/" + tries, at);
  }

  /// Looks now for what is due.
  void look() {
    scheduler.triggerCheckForDueExecutions();
  }

  @Override
  public synchronized void close() {
    if (started) {
      scheduler.stop();
    }
  }

  /// Moments as whole milliseconds, which both databases have; the rest as PostgreSQL and SQLite
  /// agree on it.
  private static final class PlainColumns extends DefaultJdbcCustomization {
    PlainColumns() {
      super(true);
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value)
        throws SQLException {
      if (value == null) {
        statement.setNull(index, java.sql.Types.BIGINT);
      } else {
        statement.setLong(index, value.toEpochMilli());
      }
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
      long millis = row.getLong(column);
      return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public void setTaskData(PreparedStatement statement, int index, byte @Nullable [] value)
        throws SQLException {
      statement.setBytes(index, value);
    }

    @Override
    public boolean supportsExplicitQueryLimitPart() {
      return true;
    }

    @Override
    public String getQueryLimitPart(int limit) {
      return " LIMIT " + limit;
    }

    @Override
    public String getName() {
      return "milliseconds";
    }
  }
}
