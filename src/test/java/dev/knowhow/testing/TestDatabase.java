package dev.knowhow.testing;

import dev.knowhow.store.BackupBeforeUpgrade;
import dev.knowhow.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// One of the two kinds of database that tests run on.
public enum TestDatabase {
  /// A file in a temporary folder.
  SQLITE {
    @Override
    public String newPlace() {
      try {
        return Files.copy(MigratedFile.ONE, newFile()).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /// A database of a PostgreSQL server that is started once and stopped with the JVM.
  POSTGRESQL {
    @Override
    public String newPlace() {
      String name = "test_" + Server.COUNT.incrementAndGet();
      try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + " TEMPLATE " + Server.MIGRATED);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return Server.RUNNING.getJdbcUrl("postgres", name);
    }
  };

  /// The address or file of a database that is not in use yet.
  public abstract String newPlace();

  /// A database with all tables and no rows but those that a new installation has.
  public Database fresh() {
    return Database.open(newPlace(), BackupBeforeUpgrade.none());
  }

  private static Path newFile() throws IOException {
    Path folder = Files.createTempDirectory("knowhow-test");
    folder.toFile().deleteOnExit();
    Path file = folder.resolve("knowhow.db");
    for (String end : new String[] {"", "-wal", "-shm"}) {
      folder.resolve(file.getFileName() + end).toFile().deleteOnExit();
    }
    return file;
  }

  /// The file that the others are copies of, made when the first test wants one.
  private static final class MigratedFile {
    static final Path ONE = make();

    private static Path make() {
      try {
        Path file = newFile();
        Database.open(file.toString(), BackupBeforeUpgrade.none()).close();
        return file;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The server, begun when the first test wants it; it stops itself with the JVM.
  private static final class Server {
    static final String MIGRATED = "migrated";
    static final AtomicInteger COUNT = new AtomicInteger();
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "300")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + MIGRATED);
        }
        Database.open(server.getJdbcUrl("postgres", MIGRATED), BackupBeforeUpgrade.none()).close();
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
