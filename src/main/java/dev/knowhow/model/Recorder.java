package dev.knowhow.model;

import org.jdbi.v3.core.Handle;

/// Writes what the caller keeps of a call: that it is made, in the transaction that sets its money
/// aside, and its answer, in the transaction that charges it.
///
/// Either may run more than once before its transaction is committed, so it only talks to its
/// handle.
@FunctionalInterface
public interface Recorder {

  /// Writes nothing.
  Recorder NOTHING = (_, _) -> {};

  /// Writes that the call is made, before anything is sent; also where its money turns out not to
  /// fit a budget.
  default void begins(Handle handle) {}

  /// Told once that is on the disk.
  default void begun() {}

  /// Writes with a handle that is good until this returns.
  void record(Handle handle, Answer.Answered answered);
}
