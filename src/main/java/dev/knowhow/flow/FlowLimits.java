package dev.knowhow.flow;

import java.time.Duration;

/// How much the flows of a server may take.
///
/// @param workers how many slices are executed at the same time
/// @param slice how long one slice may compute by the clock on the wall; its process is killed then
/// @param start how long a worker may take to start
/// @param calls how often one run may call outside
public record FlowLimits(int workers, Duration slice, Duration start, int calls) {

  /// Refuses limits under which nothing can run.
  public FlowLimits {
    if (workers < 1 || calls < 1 || slice.isNegative() || slice.isZero() || start.isNegative()) {
      throw new IllegalArgumentException("limits under which nothing can run");
    }
  }

  /// What a server has without settings: two workers, ten seconds a slice.
  public static FlowLimits usual() {
    return new FlowLimits(2, Duration.ofSeconds(10), Duration.ofSeconds(60), 10_000);
  }
}
