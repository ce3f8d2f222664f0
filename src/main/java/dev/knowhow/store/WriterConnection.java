package dev.knowhow.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/// The writer's connection, which is replaced when it is in doubt. Used by one thread only.
final class WriterConnection implements ConnectionFactory {
  private final GroupCommit.ConnectionSource source;
  private @Nullable Connection connection;
  private @Nullable PreparedStatement savepoint;
  private @Nullable PreparedStatement release;
  private @Nullable PreparedStatement rollback;
  private boolean broken;

  WriterConnection(GroupCommit.ConnectionSource source) {
    this.source = source;
  }

  /// Begins a transaction that may write, which waits for other programs for as long as the
  /// connection's busy timeout says.
  void begin() throws SQLException {
    if (connection == null) {
      connection = source.open();
      savepoint = connection.prepareStatement("SAVEPOINT piece");
      release = connection.prepareStatement("RELEASE piece");
      rollback = connection.prepareStatement("ROLLBACK TO piece");
      broken = false;
    }
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    current().setAutoCommit(true);
  }

  /// Marks where a piece of work begins.
  void setSavepoint() throws SQLException {
    execute(savepoint);
  }

  /// Keeps what a piece of work did, for the commit.
  void releaseSavepoint() throws SQLException {
    execute(release);
  }

  /// Undoes one piece of work. Where the database has dropped the whole transaction by itself, the
  /// savepoint is gone, and the connection counts as [#broken()].
  void rollbackToSavepoint() {
    try {
      execute(rollback);
      execute(release);
    } catch (SQLException _) {
      broken = true;
    }
  }

  private static void execute(@Nullable PreparedStatement statement) throws SQLException {
    if (statement == null) {
      throw new IllegalStateException("no transaction has begun");
    }
    statement.execute();
  }

  boolean broken() {
    return broken;
  }

  /// Gives the connection up; what it had not committed is undone. One that does not even close is
  /// of no further interest: the next transaction has a new one.
  void discard() {
    try {
      close();
    } catch (SQLException _) {
      broken = false;
    }
  }

  void close() throws SQLException {
    Connection old = connection;
    connection = null;
    broken = false;
    if (old != null) {
      old.close();
    }
  }

  Connection current() {
    Connection open = connection;
    if (open == null) {
      throw new IllegalStateException("no transaction has begun");
    }
    return open;
  }

  @Override
  public Connection openConnection() {
    return current();
  }

  @Override
  public void closeConnection(Connection ignored) {
    // it stays open for the next piece of work
  }
}
