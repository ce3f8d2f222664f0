package dev.knowhow.model;

import java.time.Duration;

/// Waits between two attempts.
@FunctionalInterface
public interface Pause {

  /// Returns after a time.
  void waitFor(Duration time) throws InterruptedException;

  /// Waits by sleeping.
  static Pause sleeping() {
    return Thread::sleep;
  }
}
