package dev.knowhow.eval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where this server's trials are driven: claims them by lease and drives each on a thread of its
/// own. Thread-safe.
final class TrialBench implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.eval");
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(5);

  private final Trials.Rooms rooms;
  private final String serverId;
  private final TrialStore store = new TrialStore();
  private final Map<String, TrialDriver> driven = new ConcurrentHashMap<>();
  private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("trial-", 0).factory());
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("trial-sweep").factory());
  private volatile boolean closing;

  TrialBench(Trials.Rooms rooms, String serverId) {
    this.rooms = rooms;
    this.serverId = serverId;
  }

  void takeUp(boolean alone) {
    if (alone) {
      rooms
          .database()
          .write(handle -> {
            store.freeAllLeases(handle);
            return true;
          });
    }
    var _ = sweeper.scheduleWithFixedDelay(this::sweep, 0, SWEEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Drives a trial unless it is driven already; then its driver looks again.
  void drive(String id) {
    if (closing) {
      return;
    }
    TrialStore.Trial trial =
        rooms.database().read(handle -> store.find(handle, id)).orElseThrow(Trials::noSuchTrial);
    TrialDriver mine = new TrialDriver(new TrialDesk(rooms, trial, () -> tell(id)), () -> closing);
    TrialDriver there = driven.putIfAbsent(id, mine);
    if (there == null) {
      threads.execute(() -> work(id, mine));
    } else {
      there.poke();
    }
  }

  AutoCloseable listen(String id, Runnable listener) {
    listeners.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(listener);
    return () ->
        listeners.computeIfPresent(
            id,
            (_, all) -> {
              all.remove(listener);
              return all.isEmpty() ? null : all;
            });
  }

  private void tell(String id) {
    listeners.getOrDefault(id, List.of()).forEach(Runnable::run);
  }

  private void work(String id, TrialDriver driver) {
    boolean rested = false;
    try {
      if (claim(id)) {
        driver.drive();
        rested = true;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!closing) {
        LOG.error("trial {} is left where it stands and taken up again soon", id, e);
      }
    } finally {
      driven.remove(id, driver);
    }
    if (rested && !closing && claimable().contains(id)) {
      drive(id); // it was changed after its driver's last look
    }
  }

  private List<String> claimable() {
    Instant now = rooms.clock().instant();
    return rooms.database().read(handle -> store.claimable(handle, serverId, now));
  }

  private boolean claim(String id) {
    Instant now = rooms.clock().instant();
    return rooms
        .database()
        .write(handle -> store.claim(handle, id, serverId, now, now.plus(LEASE)));
  }

  private void sweep() {
    try {
      driven.keySet().forEach(this::claim);
      claimable().forEach(this::drive);
    } catch (RuntimeException e) {
      LOG.warn("trials can't be looked after now, and will be in {} s", SWEEP.toSeconds(), e);
    }
  }

  @Override
  public void close() {
    closing = true;
    sweeper.shutdownNow();
    driven.values().forEach(TrialDriver::poke);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("{} trials are left to the next start", driven.size());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
