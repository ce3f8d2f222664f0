package dev.knowhow.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// One of the two databases that Knowhow speaks.
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {

  /// Its name in words.
  String kind();

  /// Connections that may change the tables.
  DataSource migrating();

  /// A pool of connections that only read.
  HikariDataSource readers();

  /// The way in for looks, over that pool.
  Jdbi reading(DataSource readers);

  /// The way in for changes.
  Writer writer();

  /// Copies everything into a new file.
  void backupTo(Path file);

  @Override
  void close();
}
