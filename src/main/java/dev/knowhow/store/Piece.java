package dev.knowhow.store;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// One piece of work on its way through the writer, and the answer its thread waits for.
final class Piece<T extends @Nullable Object> {
  private final Transaction<T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable Runnable whenCommitted;

  Piece(Transaction<T> work) {
    this.work = work;
  }

  void run(Handle handle) {
    T result = work.in(handle);
    whenCommitted = () -> answer.complete(result);
  }

  void answerNow() {
    Runnable ready = whenCommitted;
    if (ready == null) {
      throw new IllegalStateException("answered before it ran");
    }
    ready.run();
  }

  void failWith(Throwable thrown) {
    answer.completeExceptionally(thrown);
  }

  boolean failed() {
    return answer.isCompletedExceptionally();
  }

  /// Waits for the commit, whatever interrupts: whether it happened must be known.
  T answer() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException thrown -> throw Faults.told(thrown);
        case SQLException thrown -> throw Faults.told(thrown);
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }
}
