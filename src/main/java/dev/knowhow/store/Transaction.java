package dev.knowhow.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Work that happens in the database as a whole or not at all.
///
/// It may run more than once before it is committed, so it talks to its handle and changes nothing
/// else; what it threw undoes what it wrote.
@FunctionalInterface
public interface Transaction<T extends @Nullable Object> {

  /// Does the work with a handle that is good until this returns.
  T in(Handle handle);
}
