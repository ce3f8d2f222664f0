package dev.knowhow.store;

import dev.knowhow.problem.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the tables of a database up to what this program expects, in numbered steps that are only
/// ever added to.
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private static final String HISTORY = "schema_history";
  private static final String APPLIED =
      "SELECT version FROM schema_history WHERE success AND version IS NOT NULL";

  private final Engine engine;

  Migrations(Engine engine) {
    this.engine = engine;
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(engine.migrating())
        .locations("classpath:" + MigrationFiles.FOLDER)
        .table(HISTORY)
        .validateMigrationNaming(true)
        .load();
  }

  boolean pending() {
    return !upToDate() && flyway().info().pending().length > 0;
  }

  /// Does what is missing. Where nothing is, Flyway is not even loaded: that would be a good part
  /// of the program's start.
  void bringUpToDate(BackupBeforeUpgrade backup) {
    if (upToDate()) {
      return;
    }
    Flyway flyway = flyway();
    MigrationInfoService known = flyway.info();
    refuseNewer(known);
    MigrationInfo[] pending = known.pending();
    if (pending.length == 0) {
      return;
    }
    MigrationInfo current = known.current();
    if (current != null) {
      backUp(backup, current, pending[pending.length - 1]);
    }
    flyway.migrate();
  }

  private boolean upToDate() {
    try (Connection connection = engine.migrating().getConnection();
        ResultSet table = connection.getMetaData().getTables(null, null, HISTORY, null)) {
      return table.next() && applied(connection).equals(MigrationFiles.versions());
    } catch (SQLException e) {
      throw Faults.told(e);
    }
  }

  private static Set<String> applied(Connection connection) throws SQLException {
    Set<String> versions = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(APPLIED)) {
      while (rows.next()) {
        versions.add(rows.getString("version"));
      }
    }
    return versions;
  }

  private static void refuseNewer(MigrationInfoService known) {
    boolean newer =
        Arrays.stream(known.all())
            .anyMatch(step -> step.getState().isApplied() && !step.getState().isResolved());
    if (newer) {
      throw Problem.of(
          Problem.Kind.UNAVAILABLE,
          "The data was written by a newer Knowhow than this one.",
          "Start the newer version, or restore the backup that it made before its upgrade.");
    }
  }

  private void backUp(BackupBeforeUpgrade backup, MigrationInfo current, MigrationInfo last) {
    String from = current.getVersion().getVersion();
    String to = last.getVersion().getVersion();
    switch (engine) {
      case SqliteEngine sqlite -> {
        Optional<java.nio.file.Path> file = backup.fileFor(from, to);
        file.ifPresent(target -> {
          sqlite.backupTo(target);
          LOG.info("The database was copied to {} before its tables are changed", target);
        });
      }
      case PostgresEngine _ ->
          LOG.info(
              "The tables in PostgreSQL go from version {} to {}; its own backups hold the state"
                  + " before",
              from,
              to);
    }
  }
}
