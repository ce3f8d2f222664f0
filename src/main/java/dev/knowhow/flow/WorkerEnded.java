package dev.knowhow.flow;

/// A worker's process ended, or was ended, before it answered.
final class WorkerEnded extends Exception {
  private static final long serialVersionUID = 1L;

  /// How it ended.
  enum How {
    /// Killed at the deadline.
    DEADLINE,
    /// It had no memory left.
    MEMORY,
    /// It ended in some other way.
    CRASH
  }

  private final How how;

  WorkerEnded(How how, String lastWords) {
    super(lastWords);
    this.how = how;
  }

  /// What it said last, for the log.
  String lastWords() {
    return String.valueOf(getMessage());
  }

  How how() {
    return how;
  }
}
