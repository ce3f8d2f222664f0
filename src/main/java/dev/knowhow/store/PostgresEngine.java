package dev.knowhow.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.knowhow.problem.Problem;
import java.net.URI;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL server, which several servers of Knowhow may share.
final class PostgresEngine implements Engine {
  private static final String JDBC = "jdbc:postgresql:";
  private static final int WRITERS = 8;
  private static final int READERS = 8;
  private static final long WAIT_FOR_A_CONNECTION_MS = 10_000;

  private final HikariDataSource writing;
  private final HikariDataSource reading;

  private PostgresEngine(HikariDataSource writing, HikariDataSource reading) {
    this.writing = writing;
    this.reading = reading;
  }

  /// Whether the place is an address of PostgreSQL.
  static boolean speaks(String place) {
    return place.startsWith(JDBC)
        || place.startsWith("postgresql://")
        || place.startsWith("postgres://");
  }

  static PostgresEngine at(String place) {
    HikariConfig write = pool(place, "store-writers", WRITERS);
    HikariConfig read = pool(place, "store-readers", READERS);
    read.setReadOnly(true);
    read.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    HikariDataSource writers = null;
    try {
      writers = new HikariDataSource(write);
      return new PostgresEngine(writers, new HikariDataSource(read));
    } catch (RuntimeException e) {
      if (writers != null) {
        writers.close();
      }
      throw Faults.told(e);
    }
  }

  private static HikariConfig pool(String place, String name, int size) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(WAIT_FOR_A_CONNECTION_MS);
    if (place.startsWith(JDBC)) {
      pool.setJdbcUrl(place);
    } else {
      useAddress(pool, place);
    }
    return pool;
  }

  private static void useAddress(HikariConfig pool, String place) {
    URI address;
    try {
      address = URI.create(place);
    } catch (IllegalArgumentException e) {
      throw badAddress().causedBy(e);
    }
    if (address.getHost() == null) {
      throw badAddress();
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    pool.setJdbcUrl(JDBC + "//" + address.getHost() + port + address.getRawPath() + query);
    String who = address.getUserInfo();
    if (who != null) {
      int colon = who.indexOf(':');
      pool.setUsername(colon < 0 ? who : who.substring(0, colon));
      if (colon >= 0) {
        pool.setPassword(who.substring(colon + 1));
      }
    }
  }

  private static Problem badAddress() {
    return Problem.of(
        Problem.Kind.UNAVAILABLE,
        "The address of PostgreSQL can't be read.",
        "Write it as postgresql://user:password@host:5432/name, with %-codes for special signs.");
  }

  @Override
  public String kind() {
    return "PostgreSQL";
  }

  @Override
  public DataSource migrating() {
    return writing;
  }

  @Override
  public HikariDataSource readers() {
    return reading;
  }

  @Override
  public Jdbi reading(DataSource readers) {
    return Jdbis.over(readers);
  }

  @Override
  public Writer writer() {
    return new PostgresWriter(Jdbis.over(writing));
  }

  @Override
  public void backupTo(Path file) {
    throw Problem.of(
        Problem.Kind.BAD_INPUT,
        "A database in PostgreSQL is not copied by Knowhow.",
        "Use pg_dump, which comes with PostgreSQL, and pg_restore to bring it back.");
  }

  @Override
  public void close() {
    writing.close();
    reading.close();
  }
}
