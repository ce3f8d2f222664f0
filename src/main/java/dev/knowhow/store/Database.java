package dev.knowhow.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.knowhow.problem.Problem;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The database with everything that Knowhow keeps: a SQLite file, or PostgreSQL.
///
/// Changes go through [#write], which answers after they are on the disk; reads see one moment of
/// the data and never wait for a write. Thread-safe. Work that fails in the disk, the file or the
/// server throws a [Problem] of kind `UNAVAILABLE` that says what to do.
public final class Database implements AutoCloseable {
  private final Engine engine;
  private final HikariDataSource readers;
  private final Jdbi reading;
  private final Writer writer;

  private Database(Engine engine) {
    this.engine = engine;
    this.readers = engine.readers();
    this.reading = engine.reading(readers);
    this.writer = engine.writer();
  }

  /// Opens a database, makes it if it does not exist, and brings its tables up to date.
  ///
  /// @param place a file for SQLite, or an address of PostgreSQL (`jdbc:postgresql://…` or
  ///   `postgresql://user:password@host/name`)
  /// @param backup where an existing SQLite database is copied to before its tables are changed
  /// @throws Problem of kind `UNAVAILABLE` if it can't be opened, or a newer Knowhow has written it
  public static Database open(String place, BackupBeforeUpgrade backup) {
    Engine engine = engineOf(place);
    if (engine instanceof SqliteEngine sqlite) {
      sqlite.makeFolder();
    }
    try {
      new Migrations(engine).bringUpToDate(backup);
      return new Database(engine);
    } catch (RuntimeException e) {
      engine.close();
      throw Faults.told(e);
    }
  }

  private static Engine engineOf(String place) {
    return PostgresEngine.speaks(place)
        ? PostgresEngine.at(place)
        : new SqliteEngine(Path.of(place).toAbsolutePath());
  }

  /// Whether opening this existing database would change its tables, which must not happen under
  /// the feet of an older server that has it open.
  public static boolean needsUpgrade(String place) {
    Engine engine = engineOf(place);
    try {
      return new Migrations(engine).pending();
    } catch (RuntimeException e) {
      throw Faults.told(e);
    } finally {
      engine.close();
    }
  }

  /// Runs work that changes something and returns after it is committed.
  ///
  /// The work of several threads may be committed together; what one of them throws undoes that one
  /// only and is thrown here.
  ///
  /// @throws IllegalStateException if called from inside a write
  public <T extends @Nullable Object> T write(Transaction<T> work) {
    return writer.write(work);
  }

  /// Runs work that only looks; all it reads is of one moment.
  public <T extends @Nullable Object> T read(Transaction<T> work) {
    try {
      return reading.inTransaction(work::in);
    } catch (RuntimeException e) {
      throw Faults.told(e);
    }
  }

  /// The blobs in this database.
  public Blobs blobs() {
    return new Blobs();
  }

  /// Whether the database answers, for a look and for the beginning of a change.
  public boolean healthy() {
    try {
      read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
      write(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
      return true;
    } catch (RuntimeException _) {
      return false;
    }
  }

  /// What the database is, in words: `SQLite` or `PostgreSQL`.
  public String kind() {
    return engine.kind();
  }

  /// Copies the whole database, as it is at one moment, into a file that does not exist yet, while
  /// others go on using it.
  ///
  /// @throws Problem if the file exists or can't be written, or the database is PostgreSQL, which
  ///   has its own tools for this
  public void backupTo(Path file) {
    engine.backupTo(file);
  }

  /// Finishes the writes that wait, then closes.
  @Override
  public void close() {
    writer.close();
    readers.close();
    engine.close();
  }
}
