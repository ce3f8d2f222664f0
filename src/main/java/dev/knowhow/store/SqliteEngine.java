package dev.knowhow.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// A SQLite file with a write-ahead log: one connection writes, others read beside it.
final class SqliteEngine implements Engine {
  private static final int READERS = 4;
  private static final Duration WAIT_FOR_A_LOCK = Duration.ofSeconds(5);

  private final Path file;
  private final Duration waitForALock;

  SqliteEngine(Path file) {
    this(file, WAIT_FOR_A_LOCK);
  }

  SqliteEngine(Path file, Duration waitForALock) {
    this.file = file;
    this.waitForALock = waitForALock;
  }

  /// Makes the folder of the file, where it is missing.
  void makeFolder() {
    try {
      createParent(file);
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.UNAVAILABLE,
              "The folder of the database, " + file.getParent() + ", can't be made.",
              "Make it, and give the user that runs Knowhow the right to write there.")
          .causedBy(e);
    }
  }

  @Override
  public String kind() {
    return "SQLite";
  }

  @Override
  public DataSource migrating() {
    return source(SQLiteConfig.TransactionMode.IMMEDIATE);
  }

  @Override
  public HikariDataSource readers() {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("store-readers");
    pool.setDataSource(source(SQLiteConfig.TransactionMode.DEFERRED));
    pool.setConnectionInitSql("PRAGMA query_only = on");
    pool.setMaximumPoolSize(READERS);
    // they live as long as the server, and with them the statements that they have prepared
    pool.setMinimumIdle(READERS);
    pool.setMaxLifetime(0);
    return new HikariDataSource(pool);
  }

  @Override
  public Jdbi reading(DataSource readers) {
    return KeptStatements.in(Jdbis.over(readers));
  }

  @Override
  public Writer writer() {
    SQLiteDataSource source = source(SQLiteConfig.TransactionMode.IMMEDIATE);
    return new GroupCommit(
        source::getConnection, connections -> KeptStatements.in(Jdbis.over(connections)));
  }

  /// Writes beside the target first, so that a copy that breaks off is never taken for a whole one,
  /// and takes away what broke off: the disk may be full because of it.
  @Override
  public void backupTo(Path target) {
    if (Files.exists(target)) {
      throw Problem.of(
          Problem.Kind.CONFLICT,
          "The file " + target + " exists already.",
          "Name a file that does not exist yet; a backup overwrites nothing.");
    }
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    try {
      createParent(target);
      Files.deleteIfExists(partial);
      try {
        copyInto(partial);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
        Files.deleteIfExists(partial.resolveSibling(partial.getFileName() + "-journal"));
      }
    } catch (SQLException e) {
      throw Faults.told(e);
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.UNAVAILABLE,
              "The backup can't be written to " + target + ".",
              "Check that the folder exists, that there is space, and that Knowhow may write"
                  + " there.")
          .causedBy(e);
    }
  }

  private static void createParent(Path of) throws IOException {
    Path folder = of.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  private void copyInto(Path partial) throws SQLException, IOException {
    try (Connection connection = source(SQLiteConfig.TransactionMode.DEFERRED).getConnection();
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, partial.toString());
      copy.execute();
    }
    try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  private SQLiteDataSource source(SQLiteConfig.TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(Math.toIntExact(waitForALock.toMillis()));
    config.enforceForeignKeys(true);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public void close() {
    // nothing is held but the connections, which their users close
  }
}
