package dev.knowhow.model;

import org.jdbi.v3.core.Handle;

/// Writes what the caller keeps of an answer, in the transaction that charges it.
///
/// It may run more than once before its transaction is committed, so it only talks to its handle.
@FunctionalInterface
public interface Recorder {

  /// Writes nothing.
  Recorder NOTHING = (_, _) -> {};

  /// Writes with a handle that is good until this returns.
  void record(Handle handle, Answer.Answered answered);
}
