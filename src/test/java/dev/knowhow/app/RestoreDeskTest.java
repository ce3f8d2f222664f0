package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreDeskTest {
  private static final Instant NOW = Instant.parse("2026-10-09T10:00:00Z");

  @TempDir Path data;
  @TempDir Path elsewhere;
  private RestoreDesk desk;
  private Path backup;

  @BeforeEach
  void layOut() throws IOException {
    desk = new RestoreDesk(data);
    backup = Files.writeString(elsewhere.resolve("backup.db"), "backup");
    Files.writeString(data.resolve("knowhow.db"), "old");
    Files.writeString(data.resolve("knowhow.db-wal"), "old log");
    Files.writeString(data.resolve("knowhow.db-shm"), "index of the old log");
  }

  private String read(String name) throws IOException {
    return Files.readString(data.resolve(name));
  }

  @Test
  void putsTheBackupInPlaceAndKeepsWhatWasThere() throws IOException {
    desk.ask(backup, NOW);
    Path replaced = desk.swap();

    assertThat(read("knowhow.db")).isEqualTo("backup");
    assertThat(data.resolve("knowhow.db-wal")).doesNotExist();
    assertThat(data.resolve("knowhow.db-shm")).doesNotExist();
    assertThat(replaced).hasFileName("replaced-20261009-100000.db").hasContent("old");
    assertThat(read("replaced-20261009-100000.db-wal")).isEqualTo("old log");
  }

  @Test
  void finishesASwapThatWasCutShort() throws IOException {
    desk.ask(backup, NOW);
    Files.move(data.resolve("knowhow.db-wal"), data.resolve("replaced-20261009-100000.db-wal"));
    Files.move(data.resolve("knowhow.db"), data.resolve("replaced-20261009-100000.db"));

    RestoreDesk afterTheCrash = new RestoreDesk(data);
    assertThat(afterTheCrash.asked()).isTrue();
    afterTheCrash.swap();

    assertThat(read("knowhow.db")).isEqualTo("backup");
    assertThat(read("replaced-20261009-100000.db")).isEqualTo("old");
    assertThat(read("replaced-20261009-100000.db-wal")).isEqualTo("old log");
  }

  @Test
  void swapsOnceEvenIfTheAnswerWasLost() throws IOException {
    desk.ask(backup, NOW);
    desk.swap();
    Files.writeString(data.resolve("knowhow.db"), "backup, used since");

    desk.swap();

    assertThat(read("knowhow.db")).isEqualTo("backup, used since");
  }

  @Test
  void undoesASwap() throws IOException {
    desk.ask(backup, NOW);
    desk.undo(desk.swap());

    assertThat(read("knowhow.db")).isEqualTo("old");
    assertThat(read("knowhow.db-wal")).isEqualTo("old log");
  }

  @Test
  void answersOnce() {
    desk.ask(backup, NOW);
    assertThat(desk.answered()).isFalse();

    desk.answer("no room");

    assertThat(desk.asked()).isFalse();
    assertThat(desk.answered()).isTrue();
    assertThat(desk.answer()).isEqualTo("no room");
    desk.withdraw();
    assertThat(desk.answered()).isFalse();
  }
}
