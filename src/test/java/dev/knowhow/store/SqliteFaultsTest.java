package dev.knowhow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFaultsTest {
  @TempDir Path folder;

  @Test
  void aDatabaseLockedByAnotherProgramIsSaidAndNothingIsLost() throws Exception {
    Path file = folder.resolve("knowhow.db");
    Database.open(file.toString(), BackupBeforeUpgrade.none()).close();
    try (Writer writer = new SqliteEngine(file, Duration.ofMillis(50)).writer();
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertUnavailable("locked by another program", () -> writer.write(h -> note(h, "a")));
      statement.execute("ROLLBACK");
      assertThat(writer.<Integer>write(h -> note(h, "b"))).isEqualTo(1);
    }
  }

  @Test
  void aFullDiskIsSaidAndWhatFitsIsKept() throws Exception {
    byte[] large = new byte[1 << 20];
    List<Future<String>> answers = new ArrayList<>();
    try (Database database = open();
        Writer small = new GroupCommit(this::fillsAfterHundredPages, Jdbis::over)) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 40; i++) {
          byte[] bytes = i % 2 == 0 ? large : new byte[] {(byte) i};
          answers.add(threads.submit(() -> small.write(h -> database.blobs().put(h, bytes))));
        }
      }
      for (int i = 0; i < 40; i++) {
        Future<String> answer = answers.get(i);
        if (i % 2 == 0) {
          assertThat(answer.exceptionNow()).isInstanceOf(Problem.class);
          assertThat(answer.exceptionNow()).hasMessageContaining("The disk is full");
        } else {
          String hash = answer.get();
          assertThat(database.<Boolean>read(h -> database.blobs().has(h, hash))).isTrue();
        }
      }
      String none = Blobs.sha256(large);
      assertThat(database.<Boolean>read(h -> database.blobs().has(h, none))).isFalse();
    }
  }

  private Connection fillsAfterHundredPages() throws SQLException {
    Connection connection =
        new SqliteEngine(folder.resolve("knowhow.db")).migrating().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = 100");
    }
    return connection;
  }

  @Test
  void aDatabaseThatCanOnlyBeReadIsSaid() {
    try (Database database = open()) {
      database.write(handle -> handle.execute("PRAGMA query_only = on"));
      assertUnavailable("only be read", () -> database.write(h -> note(h, "a")));
      assertThat(database.<Integer>read(SqliteFaultsTest::notes)).isZero();
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsSaidAndLeftAlone() throws Exception {
    Path file = folder.resolve("letter.db");
    Files.writeString(file, "Dear Ada, this is a letter and no database at all. ".repeat(200));
    assertUnavailable(
        "damaged", () -> Database.open(file.toString(), BackupBeforeUpgrade.none()).close());
    assertThat(file).content().startsWith("Dear Ada");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws Exception {
    Path file = folder.resolve("file");
    Files.writeString(file, "not a folder");
    assertUnavailable(
        "can't be made",
        () -> Database.open(file + "/data/knowhow.db", BackupBeforeUpgrade.none()).close());
  }

  @Test
  void aPostgresThatDoesNotAnswerIsSaid() {
    assertUnavailable(
        "PostgreSQL can't be reached",
        () ->
            Database.open("postgresql://ada:secret@localhost:1/x", BackupBeforeUpgrade.none())
                .close());
  }

  @Test
  void anAddressThatIsNoneIsSaidWithoutItsPassword() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(
            () -> Database.open("postgresql://ada:se cret@db/x", BackupBeforeUpgrade.none()))
        .satisfies(problem -> assertThat(problem.getMessage()).doesNotContain("cret"));
  }

  private Database open() {
    return Database.open(folder.resolve("knowhow.db").toString(), BackupBeforeUpgrade.none());
  }

  private static int note(org.jdbi.v3.core.Handle handle, String what) {
    return handle
        .createUpdate(
            """
            INSERT INTO audit_trail (id, at, person_id, person_name, what, affected)
            VALUES (:what, 1, 'ada', 'Ada', :what, 'x')
            """)
        .bind("what", what)
        .execute();
  }

  private static int notes(org.jdbi.v3.core.Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM audit_trail").mapTo(Integer.class).one();
  }

  private static void assertUnavailable(String what, ThrowingCallable call) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(call)
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
          assertThat(problem.what()).contains(what);
          assertThat(problem.hint()).isNotBlank();
        });
  }
}
