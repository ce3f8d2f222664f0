package dev.knowhow.flow;

/// Whose turn a worker is at work for, and since when.
///
/// @param sinceNanos by [System#nanoTime]
record AtWork(Turns.Taken turn, long sinceNanos) {
  /// The work that begins now.
  static AtWork from(Turns.Taken turn) {
    return new AtWork(turn, System.nanoTime());
  }

  /// Whether it is longer at one and the same slice than one waits for it.
  boolean lasts() {
    return System.nanoTime() - sinceNanos > ToolQueue.FOR_ITS_OWN.toNanos();
  }
}
