package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.store.Database;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Opens the reviews that flows ask for: the journal's entry, the review's row and its timer are
/// one transaction, so that there is never a second one. Thread-safe.
final class ReviewDesk {
  private final Database database;
  private final Timers timers;
  private final InstantSource clock;
  private final Entries entries;
  private final StateStore states = new StateStore();
  private final ReviewStore reviews = new ReviewStore();

  ReviewDesk(Database database, Timers timers, InstantSource clock) {
    this.database = database;
    this.timers = timers;
    this.clock = clock;
    this.entries = new Entries(clock);
  }

  /// Opens the review of a call, unless it is open or its run has ended.
  Performed open(RunStore.Row run, Prepared prepared, FlowCall call) {
    database.write(handle -> {
      if (states.lock(handle, run.id())
          && entries.enter(handle, run.id(), call, Optional.empty(), false)) {
        open(handle, run, prepared, call);
      }
      return true;
    });
    return new Performed.Outside(Optional.empty());
  }

  private void open(Handle handle, RunStore.Row run, Prepared prepared, FlowCall call) {
    Instant now = clock.instant();
    String role = call.arguments().get("by").textOrEmpty();
    ReviewStore.Row review =
        new ReviewStore.Row(
            run.id() + "-" + call.number(),
            run.id(),
            call.number(),
            run.toolId(),
            run.version(),
            call.step(),
            call.lane(),
            role.isEmpty() ? "" : prepared.definition().house().id() + "/" + role,
            run.personId(),
            run.personName(),
            call.arguments(),
            now,
            within(call).map(now::plus),
            ReviewStore.State.OPEN,
            Optional.empty());
    reviews.open(handle, review);
    review.until().ifPresent(at -> timers.late(handle, review.id(), at));
  }

  private static Optional<Duration> within(FlowCall call) {
    return call.arguments().get("within") instanceof Value.Text(String seconds)
            && !seconds.isEmpty()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
        : Optional.empty();
  }
}
