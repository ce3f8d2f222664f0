package dev.knowhow.model;

import dev.knowhow.ledger.ChargeRow;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.ledger.Reservation;
import dev.knowhow.ledger.ReserveRequest;
import dev.knowhow.ledger.Reserving;
import dev.knowhow.model.Answer.Answered;
import dev.knowhow.model.Answer.Refused;
import dev.knowhow.net.OutboundRequest;
import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import dev.knowhow.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// One question on its way: attempt after attempt, each with a reservation of its own, until one is
/// answered or none is left.
final class Asking {
  private static final int MOST_TRIES_TO_KEEP = 300;
  private static final Duration BETWEEN_TRIES_TO_KEEP = Duration.ofSeconds(2);

  private final ModelCall call;
  private final Supplier<Prepared> preparing;
  private final Ledger ledger;
  private final Database database;
  private final long started = System.nanoTime();

  Asking(ModelCall call, Supplier<Prepared> preparing, Ledger ledger, Database database) {
    this.call = call;
    this.preparing = preparing;
    this.ledger = ledger;
    this.database = database;
  }

  /// How one attempt is sent, and what is tried after a failure.
  record Means(Exchange exchange, Patience patience, Preparing preparing, Optional<String> key) {}

  Answer ask(Means means, Recorder recorder, Consumer<String> partial) {
    Prepared prepared = preparing.get();
    for (int attempt = 1; ; attempt++) {
      Reservation reservation;
      boolean first = attempt == 1;
      Reserving reserving =
          ledger.reserve(request(prepared), first ? recorder::begins : Asking::nothing);
      if (first) {
        recorder.begun();
      }
      switch (reserving) {
        case Reserving.OverBudget over -> {
          return new Refused(over.problem());
        }
        case Reserving.Reserved(Reservation reserved) -> reservation = reserved;
      }
      Came came = send(prepared, reservation, means, partial);
      Optional<Answered> answered = settle(prepared, reservation, came, recorder, means.patience());
      if (answered.isPresent()) {
        return answered.get();
      }
      if (came instanceof Came.Rejected rejected
          && means.preparing().refusedShape(prepared, rejected)) {
        prepared = preparing.get();
        continue;
      }
      Optional<Duration> wait = wait(came, attempt, means.patience());
      if (wait.isEmpty() || !paused(wait.get(), means.patience())) {
        return Thread.currentThread().isInterrupted()
            ? new Refused(stopping(), true)
            : new Refused(
                Failures.problem(prepared.chosen(), came, attempt), Failures.mayPass(came));
      }
    }
  }

  private static void nothing(Handle handle) {}

  private ReserveRequest request(Prepared prepared) {
    return new ReserveRequest(
        call.runId(),
        call.rootRunId(),
        call.stepId(),
        call.attempt(),
        call.toolId(),
        call.version(),
        call.personId(),
        prepared.chosen().model(),
        prepared.atMost());
  }

  private Came send(
      Prepared prepared, Reservation reservation, Means means, Consumer<String> partial) {
    OutboundRequest request =
        new OutboundRequest(prepared.to(), prepared.wire().headers(means.key()), prepared.body());
    boolean ended = false;
    try {
      Came came =
          means
              .exchange()
              .once(
                  request,
                  means.patience().limits().within(left(means.patience())),
                  prepared.wire().listen(),
                  partial);
      ended = true;
      return came;
    } finally {
      if (!ended) {
        write(() ->
            database.write(handle -> {
              ledger.lost(handle, reservation);
              return true;
            }));
      }
    }
  }

  private Optional<Answered> settle(
      Prepared prepared, Reservation reservation, Came came, Recorder recorder, Patience patience) {
    return switch (came) {
      case Came.Whole(Heard heard, Ending ending) ->
          Optional.of(
              answered(prepared, reservation, new Came.Whole(heard, ending), recorder, patience));
      case Came.Broken(Heard heard, _) -> {
        Outcome outcome = heard.text().isEmpty() ? Outcome.FAILED : Outcome.CUT_SHORT;
        charge(reservation, Billing.row(prepared, heard, outcome));
        yield Optional.empty();
      }
      case Came.Silent _ -> {
        write(() ->
            database.write(handle -> {
              ledger.lost(handle, reservation);
              return true;
            }));
        yield Optional.empty();
      }
      case Came.Rejected _, Came.Unreached _ -> {
        write(() ->
            database.write(handle -> {
              ledger.free(handle, reservation);
              return true;
            }));
        yield Optional.empty();
      }
    };
  }

  private Answered answered(
      Prepared prepared,
      Reservation reservation,
      Came.Whole whole,
      Recorder recorder,
      Patience patience) {
    Heard heard = whole.heard();
    ChargeRow row = Billing.row(prepared, heard, Outcome.ANSWERED);
    Answered answered =
        new Answered(
            heard.text(),
            whole.ending(),
            row.usage(),
            row.usageEstimated(),
            row.cost(),
            prepared.chosen().model(),
            Duration.ofNanos(System.nanoTime() - started),
            prepared.chosen().why());
    boolean recorded = false;
    try {
      keep(
          patience,
          () ->
              database.write(handle -> {
                ledger.settle(handle, reservation, row);
                recorder.record(handle, answered);
                return true;
              }));
      recorded = true;
      return answered;
    } finally {
      if (!recorded) {
        charge(reservation, row); // the answer is paid for, whether or not its reader kept it
      }
    }
  }

  /// Writes an answer that is paid for. While the disk is full or the database locked it is held
  /// here and tried again, so that it is not bought twice.
  private static void keep(Patience patience, Runnable work) {
    for (int attempt = 1; ; attempt++) {
      try {
        write(work);
        return;
      } catch (Problem problem) {
        if (problem.kind() != Kind.UNAVAILABLE
            || attempt >= MOST_TRIES_TO_KEEP
            || !paused(BETWEEN_TRIES_TO_KEEP, patience)) {
          throw problem;
        }
      }
    }
  }

  private void charge(Reservation reservation, ChargeRow row) {
    write(() ->
        database.write(handle -> {
          ledger.settle(handle, reservation, row);
          return true;
        }));
  }

  /// Writes even while the thread is being interrupted: money is settled before a stop.
  private static void write(Runnable work) {
    boolean interrupted = Thread.interrupted();
    try {
      work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Duration left(Patience patience) {
    Duration used = Duration.ofNanos(System.nanoTime() - started);
    Duration left = patience.total().minus(used);
    return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
  }

  private Optional<Duration> wait(Came came, int attempt, Patience patience) {
    if (attempt >= patience.attempts() || !Failures.worthAnother(came)) {
      return Optional.empty();
    }
    Duration own = patience.waitAfter(attempt);
    Duration asked =
        came instanceof Came.Rejected rejected
            ? rejected.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    Duration wait = own.compareTo(asked) > 0 ? own : asked.plusMillis(own.toMillis() / 4);
    return wait.compareTo(left(patience)) < 0 ? Optional.of(wait) : Optional.empty();
  }

  private static boolean paused(Duration wait, Patience patience) {
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    try {
      patience.pause().waitFor(wait);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Problem stopping() {
    return Problem.of(
        Kind.UNAVAILABLE,
        "The server is stopping, so the model was not asked again.",
        "The run goes on after the next start.");
  }
}
