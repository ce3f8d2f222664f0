package dev.knowhow.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something small that is asked for all the time and rarely written, kept in memory between.
///
/// It is read again once it was written here, and at the latest after a second, because another
/// server may write to the same database. Thread-safe; threads that find it old at the same moment
/// each read it, and none waits for another.
public final class Remembered<T> {
  private static final long LONGEST_MILLIS = Duration.ofSeconds(1).toMillis();

  private final Supplier<T> reading;
  private final InstantSource clock;
  private final AtomicLong writes = new AtomicLong();
  private volatile @Nullable Kept<T> kept;

  private record Kept<T>(T value, long writes, long readAt) {}

  /// What `reading` reads, which is not done before it is asked for.
  public Remembered(Supplier<T> reading, InstantSource clock) {
    this.reading = reading;
    this.clock = clock;
  }

  /// The value as it is after every write of this server, and as it was at most a second ago for
  /// those of another.
  public T get() {
    Kept<T> found = kept;
    long seen = writes.get();
    long now = clock.millis();
    if (found != null && found.writes == seen && isYoung(found, now)) {
      return found.value;
    }
    T value = reading.get();
    kept = new Kept<>(value, seen, now);
    return value;
  }

  /// A clock that was set back makes nothing younger than it is.
  private static boolean isYoung(Kept<?> found, long now) {
    return now >= found.readAt && now - found.readAt < LONGEST_MILLIS;
  }

  /// Does a write of what is kept here and returns its answer; whatever becomes of it, the next
  /// [#get] reads again.
  public <W extends @Nullable Object> W changedBy(Supplier<W> write) {
    try {
      return write.get();
    } finally {
      writes.incrementAndGet();
    }
  }
}
