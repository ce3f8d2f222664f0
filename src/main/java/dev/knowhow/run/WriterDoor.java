package dev.knowhow.run;

import dev.knowhow.store.Database;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// The database's one way in for changes, for a library that wants connections.
///
/// A SQLite file has one writer; a second one would find it locked. So a connection from here is
/// the writer's own, lent for as long as it is open: what is done with it is one piece of work of
/// the database's, and is committed, together with the pieces that wait beside it, when
/// [Connection#close()] returns. It has to be closed soon and by the thread that opened it, which
/// must not write in between. Thread-safe.
final class WriterDoor implements DataSource {
  private final Database database;

  WriterDoor(Database database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    CompletableFuture<Connection> lent = new CompletableFuture<>();
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("run-timer-write")
        .start(() -> {
          try {
            done.complete(
                database.write(handle -> {
                  if (!lent.complete(handle.getConnection())) {
                    throw new IllegalStateException(
                        "the work was lent already and can't be redone");
                  }
                  return closed.join();
                }));
          } catch (RuntimeException | Error e) {
            lent.completeExceptionally(e);
            done.completeExceptionally(e);
          }
        });
    Connection writer = await(lent);
    return (Connection)
        Proxy.newProxyInstance(
            WriterDoor.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "close" -> {
                    closed.complete(true);
                    await(done);
                    yield null;
                  }
                  case "isClosed" -> closed.isDone();
                  case "getAutoCommit" -> true;
                  case "setAutoCommit", "commit", "rollback" -> null;
                  default -> {
                    try {
                      yield method.invoke(writer, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  }
                });
  }

  private static <T> T await(CompletableFuture<T> what) throws SQLException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return what.get();
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
