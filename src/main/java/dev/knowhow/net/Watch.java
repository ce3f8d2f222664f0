package dev.knowhow.net;

import dev.knowhow.net.OutboundFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends a call when one of its time limits is reached, whatever its thread is blocked on.
///
/// A socket's own time-out only bounds the gap between two bytes: a server that sends one byte a
/// second would hold a call for ever.
final class Watch {
  private final ScheduledExecutorService clock;
  private final Limits limits;
  private final Runnable abort;
  private final long started = System.nanoTime();
  private volatile boolean headSeen;
  private volatile long lastPiece = started;
  private volatile long latest = Long.MAX_VALUE;
  private @Nullable Kind ended;
  private @Nullable Future<?> next;
  private boolean stopped;

  Watch(ScheduledExecutorService clock, Limits limits, Runnable abort) {
    this.clock = clock;
    this.limits = limits;
    this.abort = abort;
  }

  private record Left(long nanos, Kind kind) {}

  /// Starts to watch.
  synchronized void start() {
    arm(left(started).nanos());
  }

  private void arm(long nanos) {
    if (!stopped) {
      long millis = TimeUnit.NANOSECONDS.toMillis(Math.max(nanos, 0)) + 1;
      next = clock.schedule(this::look, millis, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    synchronized (this) {
      if (stopped) {
        return;
      }
      Left left = left(System.nanoTime());
      if (left.nanos() > 0) {
        arm(left.nanos());
        return;
      }
      end(left.kind());
    }
    abort.run();
  }

  private Left left(long now) {
    long total = limits.total().toNanos() - (now - started);
    long piece =
        headSeen
            ? limits.idle().toNanos() - (now - lastPiece)
            : limits.connect().plus(limits.firstByte()).toNanos() - (now - started);
    if (total <= piece && latest == Long.MAX_VALUE) {
      return new Left(total, Kind.TOO_LONG);
    }
    return new Left(
        Math.min(Math.min(total, piece), latest - (now - started)),
        headSeen ? Kind.STALLED : Kind.NO_ANSWER);
  }

  /// The limit that ended the call, if one did.
  synchronized Optional<Kind> ended() {
    return Optional.ofNullable(ended);
  }

  /// Notes why the call is over, unless that is known already.
  synchronized void end(Kind kind) {
    if (ended == null) {
      ended = kind;
    }
  }

  boolean headSeen() {
    return headSeen;
  }

  synchronized void headArrived() {
    lastPiece = System.nanoTime();
    headSeen = true;
    cancelNext();
    arm(left(lastPiece).nanos());
  }

  /// Allows no more than `rest` from now on.
  synchronized void hurry(Duration rest) {
    long now = System.nanoTime();
    latest = Math.min(latest, now - started + rest.toNanos());
    cancelNext();
    arm(left(now).nanos());
  }

  void pieceArrived() {
    lastPiece = System.nanoTime();
  }

  synchronized void stop() {
    stopped = true;
    cancelNext();
  }

  private void cancelNext() {
    if (next != null) {
      next.cancel(false);
    }
  }
}
