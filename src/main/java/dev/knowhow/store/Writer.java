package dev.knowhow.store;

import org.jspecify.annotations.Nullable;

/// The way into the database for changes.
interface Writer extends AutoCloseable {

  /// Runs the work and returns after it is committed.
  <T extends @Nullable Object> T write(Transaction<T> work);

  @Override
  void close();
}
