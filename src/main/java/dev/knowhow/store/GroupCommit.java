package dev.knowhow.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The one writer of a SQLite file.
///
/// A write to disk costs the same for one change as for a hundred, so the work of all threads that
/// wait is done in one transaction, each behind a savepoint of its own, and answered after the
/// commit. A piece of work that fails undoes only itself.
final class GroupCommit implements Writer {
  private static final int AT_MOST_TOGETHER = 256;

  private final LinkedBlockingQueue<Piece<?>> waiting = new LinkedBlockingQueue<>();
  private final Piece<?> stop = new Piece<>(_ -> 0);
  private final WriterConnection connection;
  private final Jdbi jdbi;
  private final Thread thread;
  private volatile boolean closed;

  GroupCommit(ConnectionSource source, JdbiOver jdbiOver) {
    this.connection = new WriterConnection(source);
    this.jdbi = jdbiOver.jdbi(connection);
    this.thread = Thread.ofPlatform().name("store-writer").daemon().start(this::serve);
  }

  @Override
  public <T extends @Nullable Object> T write(Transaction<T> work) {
    if (Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("a write inside a write: hand its handle on instead");
    }
    Piece<T> piece = new Piece<>(work);
    synchronized (waiting) {
      if (closed) {
        throw new IllegalStateException("the database is closed");
      }
      waiting.add(piece);
    }
    return piece.answer();
  }

  /// Finishes what waits, then closes the connection.
  @Override
  public void close() {
    synchronized (waiting) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.add(stop);
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    List<Piece<?>> batch = new ArrayList<>();
    boolean stopping = false;
    while (!stopping) {
      batch.clear();
      try {
        batch.add(waiting.take());
      } catch (InterruptedException _) {
        continue;
      }
      waiting.drainTo(batch, AT_MOST_TOGETHER - 1);
      stopping = batch.remove(stop);
      if (!batch.isEmpty()) {
        commitTogether(List.copyOf(batch));
      }
    }
    connection.discard();
  }

  private void commitTogether(List<Piece<?>> batch) {
    List<Piece<?>> done = new ArrayList<>();
    List<Piece<?>> again = new ArrayList<>();
    try {
      connection.begin();
      try (Handle handle = jdbi.open()) {
        for (Piece<?> piece : batch) {
          if (!again.isEmpty()) {
            again.add(piece);
          } else if (runBehindSavepoint(handle, piece)) {
            done.add(piece);
          } else if (connection.broken()) {
            again.addAll(done);
            again.add(piece);
            done.clear();
          }
        }
      }
      if (again.isEmpty()) {
        connection.commit();
      }
    } catch (SQLException | RuntimeException | Error e) {
      connection.discard();
      batch.forEach(piece -> piece.failWith(e));
      return;
    }
    done.forEach(Piece::answerNow);
    again.forEach(this::commitAlone);
  }

  /// For the work that was in one transaction with work that made the database drop all of it: a
  /// full disk does. Each gets a transaction of its own, so that what fits is kept.
  private void commitAlone(Piece<?> piece) {
    if (piece.failed()) {
      return;
    }
    connection.discard();
    try {
      connection.begin();
      boolean kept;
      try (Handle handle = jdbi.open()) {
        kept = runBehindSavepoint(handle, piece);
      }
      if (kept) {
        connection.commit();
        piece.answerNow();
      }
    } catch (SQLException | RuntimeException | Error e) {
      connection.discard();
      piece.failWith(e);
    }
  }

  /// Runs the work and says whether it is done and waits for the commit; otherwise it has failed.
  private boolean runBehindSavepoint(Handle handle, Piece<?> piece) throws SQLException {
    connection.setSavepoint();
    try {
      piece.run(handle);
    } catch (RuntimeException | Error e) {
      piece.failWith(e);
      connection.rollbackToSavepoint();
      return false;
    }
    connection.releaseSavepoint();
    return true;
  }

  /// Where connections come from.
  @FunctionalInterface
  interface ConnectionSource {
    Connection open() throws SQLException;
  }

  /// How a Jdbi is made over connections.
  @FunctionalInterface
  interface JdbiOver {
    Jdbi jdbi(org.jdbi.v3.core.ConnectionFactory connections);
  }
}
