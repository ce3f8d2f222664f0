package dev.knowhow.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed keeps every write that it had answered.
final class KilledWriterTest {
  private static final int ANSWERS_BEFORE_THE_KILL = 300;

  @TempDir Path folder;

  @Test
  void everyAnsweredWriteIsThereAfterAKill() throws Exception {
    String file = folder.resolve("knowhow.db").toString();
    Database.open(file, BackupBeforeUpgrade.none()).close();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                file)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Set<String> answered = new HashSet<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
      String line;
      while ((line = out.readLine()) != null) {
        if (line.endsWith(".")) {
          answered.add(line.substring(0, line.length() - 1));
        }
        if (answered.size() == ANSWERS_BEFORE_THE_KILL) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERS_BEFORE_THE_KILL);
    try (Database database = Database.open(file, BackupBeforeUpgrade.none())) {
      List<String> kept =
          database.read(handle ->
              handle.createQuery("SELECT id FROM audit_trail").mapTo(String.class).list());
      assertThat(kept).containsAll(answered);
      assertThat(database.<String>read(KilledWriterTest::integrity)).isEqualTo("ok");
    }
  }

  private static String integrity(org.jdbi.v3.core.Handle handle) {
    return handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one();
  }

  /// Writes from many threads without end and prints the id of each write that was answered.
  static final class Writing {
    private Writing() {}

    public static void main(String[] arguments) {
      Database database = Database.open(arguments[0], BackupBeforeUpgrade.none());
      AtomicInteger next = new AtomicInteger();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int thread = 0; thread < 16; thread++) {
          threads.execute(() -> {
            while (true) {
              String id = "n" + next.incrementAndGet();
              database.write(handle ->
                  handle
                      .createUpdate(
                          """
                          INSERT INTO audit_trail
                            (id, at, person_id, person_name, what, affected)
                          VALUES (:id, 1, 'ada', 'Ada', 'wrote', 'x')
                          """)
                      .bind("id", id)
                      .execute());
              System.out.println(id + ".");
            }
          });
        }
      }
    }
  }
}
