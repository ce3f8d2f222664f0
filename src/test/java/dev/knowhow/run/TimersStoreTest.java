package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.store.Database;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Timers share the one writer of the database.
@OnBothDatabases
class TimersStoreTest {
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");

  @Test
  void areSeenToWhileOthersWriteWithoutPause(Database database) throws Exception {
    int timers = 200;
    Set<String> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch all = new CountDownLatch(timers);
    AtomicBoolean enough = new AtomicBoolean();
    try (Timers due =
            timers(
                database,
                id -> {
                  if (seen.add(id)) {
                    all.countDown();
                  }
                });
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < timers; i++) {
        String id = "review-" + i;
        database.write(handle -> {
          due.late(handle, id, clock.instant());
          return true;
        });
      }
      List<Future<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        writers.add(threads.submit(() -> writeUntil(database, enough)));
      }
      due.start();
      assertThat(all.await(60, TimeUnit.SECONDS)).as("%s of all", seen.size()).isTrue();
      enough.set(true);
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).as("a write that was refused throws here").isPositive();
      }
    }
    assertThat(left(database)).isZero();
  }

  @Test
  void areNotDueBeforeTheirTimeAndCanBeTakenBack(Database database) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    CountDownLatch first = new CountDownLatch(1);
    try (Timers due =
        timers(
            database,
            id -> {
              seen.add(id);
              first.countDown();
            })) {
      Instant later = clock.instant().plus(Duration.ofHours(1));
      database.write(handle -> {
        due.late(handle, "now", clock.instant());
        due.late(handle, "later", later);
        due.late(handle, "decided", clock.instant());
        due.decided(handle, "decided");
        return true;
      });
      due.start();
      assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(seen).containsExactly("now");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    assertThat(left(database)).isOne();
  }

  private Timers timers(Database database, Consumer<String> late) {
    return new Timers(
        database, "test", Duration.ofMillis(20), clock, new Timers.Due(late, _ -> {}));
  }

  private static int writeUntil(Database database, AtomicBoolean enough) {
    int written = 0;
    while (!enough.get()) {
      database.write(handle -> handle.execute("UPDATE workspace SET name = name"));
      written++;
    }
    return written;
  }

  private static int left(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM timers").mapTo(Integer.class).one());
  }
}
