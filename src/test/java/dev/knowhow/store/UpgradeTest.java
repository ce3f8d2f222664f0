package dev.knowhow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.problem.Problem;
import dev.knowhow.testing.SetClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpgradeTest {
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  @TempDir Path folder;
  private Path file;
  private Path backups;

  @BeforeEach
  void places() {
    file = folder.resolve("knowhow.db");
    backups = folder.resolve("backups");
  }

  @Test
  void anOlderDatabaseIsCopiedBeforeItsTablesChange() throws Exception {
    Flyway.configure()
        .dataSource(new SqliteEngine(file).migrating())
        .locations("classpath:" + MigrationFiles.FOLDER)
        .table("schema_history")
        .target("1")
        .load()
        .migrate();
    sql(file, "INSERT INTO workspace (only_one, name, trade, zone) VALUES (1, 'w', 't', 'UTC')");

    open().close();

    Path copy = only(backups);
    assertThat(copy.getFileName().toString()).startsWith("before-upgrade-from-1-to-");
    assertThat(text(copy, "SELECT name FROM workspace")).isEqualTo("w");
    assertThat(text(copy, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'charges'"))
        .isEqualTo("0");
    assertThat(text(file, "SELECT COUNT(*) FROM charges")).isEqualTo("0");
  }

  @Test
  void saysWhetherOpeningWouldChangeTheTables() throws Exception {
    Flyway.configure()
        .dataSource(new SqliteEngine(file).migrating())
        .locations("classpath:" + MigrationFiles.FOLDER)
        .table("schema_history")
        .target("1")
        .load()
        .migrate();
    assertThat(Database.needsUpgrade(file.toString())).isTrue();
    open().close();
    assertThat(Database.needsUpgrade(file.toString())).isFalse();
  }

  @Test
  void aNewDatabaseAndOneThatIsUpToDateAreNotCopied() {
    open().close();
    open().close();
    assertThat(backups).doesNotExist();
  }

  @Test
  void dataOfANewerProgramIsRefusedAndLeftAlone() throws Exception {
    open().close();
    sql(
        file,
        """
        INSERT INTO schema_history (installed_rank, version, description, type, script, checksum,
          installed_by, execution_time, success)
        VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, 1)
        """);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(this::open)
        .satisfies(problem -> assertThat(problem.what()).contains("newer Knowhow"));
  }

  @Test
  void aBackupIsWholeWhileOthersWriteAndOverwritesNothing() throws Exception {
    Path copy = folder.resolve("copy").resolve("knowhow.db");
    try (Database database = open()) {
      String hash = database.write(handle -> database.blobs().put(handle, new byte[3_000_000]));
      database.write(handle -> {
        database.blobs().put(handle, new byte[] {1});
        database.backupTo(copy);
        return true;
      });
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> database.backupTo(copy))
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
      try (Database restored = Database.open(copy.toString(), BackupBeforeUpgrade.none())) {
        assertThat(restored.<byte[]>read(handle -> restored.blobs().get(handle, hash)))
            .hasSize(3_000_000);
        String uncommitted = Blobs.sha256(new byte[] {1});
        assertThat(restored.<Boolean>read(handle -> restored.blobs().has(handle, uncommitted)))
            .isFalse();
      }
    }
    try (Stream<Path> left = Files.list(copy.resolveSibling("."))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(n -> n.contains("part"));
    }
  }

  @Test
  void aBackupThatBreaksOffLeavesNothing() throws Exception {
    Path blocked = folder.resolve("copy.db.part");
    Files.createDirectories(blocked.resolve("in the way"));
    try (Database database = open()) {
      assertThatExceptionOfType(Problem.class)
          .isThrownBy(() -> database.backupTo(folder.resolve("copy.db")))
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
    }
    assertThat(folder.resolve("copy.db")).doesNotExist();
  }

  private Database open() {
    return Database.open(file.toString(), BackupBeforeUpgrade.into(backups, clock));
  }

  private static Path only(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.toList();
      assertThat(found).hasSize(1);
      return found.getFirst();
    }
  }

  private static void sql(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Path file, String query) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
