package dev.knowhow.flow;

/// The pool of workers that executes flows.
public final class Flows implements AutoCloseable {

  /// Executes a flow as far as its journal reaches. Blocks; may be called by many threads.
  public Slice slice(SliceRequest request) {
    throw new UnsupportedOperationException(request.warmKey());
  }

  /// How the workers are.
  public WorkerState state() {
    throw new UnsupportedOperationException();
  }

  /// Ends all workers.
  @Override
  public void close() {}
}
