package dev.knowhow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.testing.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class DatabaseStoreTest {
  private final Database database;

  DatabaseStoreTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void makeATable() {
    database.write(handle -> handle.execute("CREATE TABLE notes (n BIGINT PRIMARY KEY, t TEXT)"));
  }

  @Test
  void seesWhatWasWritten() {
    database.write(handle -> note(handle, 1, "one"));
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void undoesWorkThatThrows() {
    assertThatThrownBy(() ->
            database.write(handle -> {
              note(handle, 1, "one");
              throw new IllegalStateException("changed my mind");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("changed my mind");
    assertThat(count()).isZero();
  }

  @Test
  void undoesOnlyTheWorkThatThrowsAmongManyThreads() throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        int n = i;
        answers.add(
            threads.submit(() ->
                database.write(handle -> {
                  note(handle, n, "n");
                  if (n % 3 == 0) {
                    throw new IllegalArgumentException("no threes");
                  }
                  return n;
                })));
      }
    }
    int kept = 0;
    for (int i = 0; i < 200; i++) {
      Future<Integer> answer = answers.get(i);
      assertThat(answer.state() == Future.State.FAILED).isEqualTo(i % 3 == 0);
      kept += i % 3 == 0 ? 0 : 1;
    }
    assertThat(count()).isEqualTo(kept);
  }

  @Test
  void aBrokenStatementIsThrownToItsCallerAndTheNextWriteWorks() {
    assertThatThrownBy(
            () -> database.write(handle -> handle.execute("INSERT INTO nowhere VALUES (1)")))
        .isInstanceOf(RuntimeException.class);
    database.write(handle -> note(handle, 1, "one"));
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void refusesAWriteInsideAWrite() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> database.write(_ -> database.write(handle -> note(handle, 1, "one"))))
        .withMessageContaining("a write inside a write");
  }

  @Test
  void readsDoNotWrite() {
    assertThatThrownBy(() -> database.read(handle -> note(handle, 1, "one")))
        .isInstanceOf(RuntimeException.class);
    assertThat(count()).isZero();
  }

  @Test
  void aReadSeesOneMoment() {
    database.write(handle -> note(handle, 1, "one"));
    List<Integer> seen =
        database.read(handle -> {
          int before = countIn(handle);
          database.write(other -> note(other, 2, "two"));
          return List.of(before, countIn(handle));
        });
    assertThat(seen).containsExactly(1, 1);
  }

  @Test
  void keepsBlobsLargerThanARowAndEqualOnesOnce() {
    byte[] bytes = new byte[2_500_000];
    new Random(7).nextBytes(bytes);
    Blobs blobs = database.blobs();
    String first = database.write(handle -> blobs.put(handle, bytes));
    String second = database.write(handle -> blobs.put(handle, bytes.clone()));
    assertThat(second).isEqualTo(first).isEqualTo(Blobs.sha256(bytes));
    assertThat(database.<byte[]>read(handle -> blobs.get(handle, first))).isEqualTo(bytes);
    assertThat(
            database.<Integer>read(handle ->
                handle.createQuery("SELECT COUNT(*) FROM blobs").mapTo(Integer.class).one()))
        .isEqualTo(3);
  }

  @Test
  void keepsAnEmptyBlob() {
    Blobs blobs = database.blobs();
    String hash = database.write(handle -> blobs.put(handle, new byte[0]));
    assertThat(database.<byte[]>read(handle -> blobs.get(handle, hash))).isEmpty();
  }

  @Test
  void knowsNoBlobThatWasNotPut() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> database.read(handle -> database.blobs().get(handle, "0".repeat(64))));
  }

  @Test
  void noticesADamagedBlob() {
    String hash = database.write(handle -> database.blobs().put(handle, new byte[] {1, 2, 3}));
    database.write(handle ->
        handle
            .createUpdate("UPDATE blobs SET bytes = :bytes")
            .bind("bytes", new byte[] {1, 2, 4})
            .execute());
    assertThatThrownBy(() -> database.read(handle -> database.blobs().get(handle, hash)))
        .hasMessageContaining("damaged");
  }

  @Test
  void isHealthy() {
    assertThat(database.healthy()).isTrue();
  }

  private int count() {
    return database.read(DatabaseStoreTest::countIn);
  }

  private static int countIn(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM notes").mapTo(Integer.class).one();
  }

  private static int note(Handle handle, long n, String text) {
    return handle
        .createUpdate("INSERT INTO notes (n, t) VALUES (:n, :t)")
        .bind("n", n)
        .bind("t", text)
        .execute();
  }
}
