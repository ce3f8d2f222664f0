package dev.knowhow.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The wish that this process ends, as SIGTERM and Ctrl-C express it.
///
/// Java runs its shutdown hooks when the signal comes and ends when they return. So the hook waits
/// until the server has closed, and then ends the process as one that did what it was asked.
final class Stopping {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /// A wish that comes with the next signal.
  static Stopping bySignal() {
    Stopping stopping = new Stopping();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stopping::stopAndHalt));
    return stopping;
  }

  private void stopAndHalt() {
    if (closed.getCount() == 0) {
      return;
    }
    asked.countDown();
    try {
      boolean clean = closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Runtime.getRuntime().halt(clean ? 0 : 1);
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(1);
    }
  }

  /// Waits for the wish, at most for `atMost`; true once it is there.
  boolean await(Duration atMost) throws InterruptedException {
    return asked.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Says that everything is closed.
  void closed() {
    closed.countDown();
  }
}
