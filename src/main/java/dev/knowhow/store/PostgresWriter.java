package dev.knowhow.store;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// The way into PostgreSQL: each piece of work in a transaction of its own, tried again where
/// another one was in its way.
final class PostgresWriter implements Writer {
  private static final int TRIES = 5;

  private final Jdbi jdbi;
  private final ScopedValue<Boolean> writing = ScopedValue.newInstance();

  PostgresWriter(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public <T extends @Nullable Object> T write(Transaction<T> work) {
    if (writing.isBound()) {
      throw new IllegalStateException("a write inside a write: hand its handle on instead");
    }
    for (int left = TRIES - 1; ; left--) {
      try {
        return ScopedValue.where(writing, true)
            .call(() -> jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, work::in));
      } catch (RuntimeException e) {
        if (left == 0 || !Faults.worthAnotherTry(e)) {
          throw Faults.told(e);
        }
      }
    }
  }

  @Override
  public void close() {
    // the pool belongs to the database
  }
}
