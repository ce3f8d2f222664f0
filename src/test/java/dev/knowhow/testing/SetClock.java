package dev.knowhow.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that goes when a test says so.
public final class SetClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /// A clock that stands at a moment, such as `2026-10-09T08:00:00Z`.
  public SetClock(String now) {
    this.now = new AtomicReference<>(Instant.parse(now));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /// Sets it to another moment.
  public void set(String moment) {
    now.set(Instant.parse(moment));
  }

  /// Moves it on.
  public void pass(Duration time) {
    now.updateAndGet(moment -> moment.plus(time));
  }
}
