package dev.knowhow.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.sqlite.SQLiteConnection;

/// The prepared statements of one SQLite connection: to read SQL anew for each use costs more than
/// most of our statements themselves. The ones used least recently are given up.
///
/// A statement that is in use is not here, so the same SQL may be used inside its own results. Not
/// thread-safe, like the connection.
final class KeptStatements implements StatementBuilder {
  private static final int AT_MOST = 100;

  private final Connection connection;
  private final StatementBuilder fresh;
  private final LinkedHashMap<String, PreparedStatement> kept =
      new LinkedHashMap<>(16, 0.75f, true);
  private final IdentityHashMap<Statement, String> inUse = new IdentityHashMap<>();

  KeptStatements(Connection connection) {
    this.connection = connection;
    this.fresh = DefaultStatementBuilder.FACTORY.createStatementBuilder(connection);
  }

  /// Lets a Jdbi over connections to SQLite keep the statements of each.
  static Jdbi in(Jdbi jdbi) {
    Map<SQLiteConnection, KeptStatements> ofConnections = new ConcurrentHashMap<>();
    return jdbi.setStatementBuilderFactory(wrapped -> {
      SQLiteConnection connection = sqlite(wrapped);
      KeptStatements known = ofConnections.get(connection);
      if (known == null) {
        ofConnections.keySet().removeIf(KeptStatements::isClosed);
        known = new KeptStatements(connection);
        ofConnections.put(connection, known);
      }
      return known;
    });
  }

  private static SQLiteConnection sqlite(Connection wrapped) {
    try {
      return wrapped.unwrap(SQLiteConnection.class);
    } catch (SQLException closed) {
      throw new ConnectionException(closed);
    }
  }

  private static boolean isClosed(SQLiteConnection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException inDoubt) {
      return true;
    }
  }

  /// A statement for one use, which ends with [#giveBack].
  PreparedStatement take(String sql) throws SQLException {
    PreparedStatement statement = kept.remove(sql);
    return statement == null ? connection.prepareStatement(sql) : statement;
  }

  /// Keeps a statement after its use; what it was filled with is forgotten.
  void giveBack(String sql, PreparedStatement statement) throws SQLException {
    if (kept.containsKey(sql)) {
      statement.close();
      return;
    }
    statement.clearParameters();
    kept.put(sql, statement);
    if (kept.size() > AT_MOST) {
      kept.pollFirstEntry().getValue().close();
    }
  }

  @Override
  public Statement create(Connection ignored, StatementContext context) throws SQLException {
    return fresh.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection ignored, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement statement = take(sql);
    inUse.put(statement, sql);
    return statement;
  }

  @Override
  public CallableStatement createCall(Connection ignored, String sql, StatementContext context)
      throws SQLException {
    return fresh.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection ignored, String written, Statement statement) throws SQLException {
    String sql = inUse.remove(statement); // as it was prepared: with ? in the place of names
    if (sql == null || !(statement instanceof PreparedStatement prepared)) {
      statement.close();
      return;
    }
    giveBack(sql, prepared);
  }
}
