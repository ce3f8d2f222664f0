package dev.knowhow.flow;

import java.time.Duration;

/// How much the flows of a server may take.
///
/// @param workers how many slices are executed at the same time
/// @param slice how long one slice may compute by the clock on the wall; its process is killed then
/// @param start how long a worker may take to start
/// @param calls how often one run may call outside
/// @param waiting how many slices of one tool may wait for a worker; of all tools five times as
///   many
/// @param patience how long one may wait for a worker
public record FlowLimits(
    int workers, Duration slice, Duration start, int calls, int waiting, Duration patience) {

  /// Refuses limits under which nothing can run.
  public FlowLimits {
    if (workers < 1
        || calls < 1
        || waiting < 1
        || !slice.isPositive()
        || start.isNegative()
        || patience.isNegative()) {
      throw new IllegalArgumentException("limits under which nothing can run");
    }
  }

  /// Limits with the usual patience: two thousand slices of a tool may wait, five minutes each.
  public FlowLimits(int workers, Duration slice, Duration start, int calls) {
    this(workers, slice, start, calls, 2_000, Duration.ofMinutes(5));
  }

  /// What a server has without settings: two workers, ten seconds a slice.
  public static FlowLimits usual() {
    return new FlowLimits(2, Duration.ofSeconds(10), Duration.ofSeconds(60), 10_000);
  }
}
