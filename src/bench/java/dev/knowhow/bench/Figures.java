package dev.knowhow.bench;

import java.util.Arrays;
import java.util.Locale;

/// Durations of one kind of work, as percentiles.
final class Figures {
  private final long[] nanos;

  Figures(long[] nanos) {
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  /// The duration that so many percent do not pass, in milliseconds.
  double ms(double percent) {
    int at = (int) Math.ceil(percent / 100 * nanos.length) - 1;
    return nanos[Math.clamp(at, 0, nanos.length - 1)] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms, p99 %.2f ms, worst %.1f ms (%,d)",
        ms(50),
        ms(99),
        ms(100),
        nanos.length);
  }
}
