package dev.knowhow.flow;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Set<Process> starting = ConcurrentHashMap.newKeySet();

  /// Waits until a process is warm; it is ended where the threads are closed meanwhile.
  ///
  /// @throws WorkerEnded if it is not warm within the time
  WorkerProcess warm(Process process, Duration atMost) throws WorkerEnded {
    starting.add(process);
    try {
      if (starter.isShutdown()) {
        process.destroyForcibly();
      }
      return WorkerProcess.warm(process, atMost, watchdog);
    } finally {
      starting.remove(process);
    }
  }

  /// Ends them, and the processes that they are starting.
  void close(Duration atMost) {
    starter.shutdown();
    atOnce.shutdown();
    starting.forEach(Process::destroyForcibly);
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
