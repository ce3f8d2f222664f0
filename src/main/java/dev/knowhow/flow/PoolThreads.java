package dev.knowhow.flow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The threads of a pool of workers. Those that start processes live as long as the pool, because a
/// system may tie a child to the thread that made it.
final class PoolThreads {
  /// Starts spares, and workers for second tries.
  final ExecutorService starter = thread("worker-starter");

  /// Starts workers for those who wait, so that they do not queue behind the others.
  final ExecutorService atOnce = thread("worker-starter-at-once");

  /// Kills at deadlines.
  final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("worker-watchdog").daemon().factory());

  /// Ends them; a process that is being started may be there for so long.
  void close(Duration atMost) {
    starter.shutdown();
    atOnce.shutdown();
    try {
      var _ = starter.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
      var _ = atOnce.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    List.of(starter, atOnce, watchdog).forEach(ExecutorService::shutdownNow);
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }
}
