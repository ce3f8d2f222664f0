package dev.knowhow.net;

import java.time.Duration;

/// How long a call may take and how much it may bring back.
///
/// @param connect until a connection stands, encryption included
/// @param firstByte from then until the answer's head is there
/// @param idle between two pieces of the body
/// @param total for everything
/// @param maxBodyBytes of the answer's body
public record Limits(
    Duration connect, Duration firstByte, Duration idle, Duration total, long maxBodyBytes) {

  /// Refuses a limit that lets nothing through.
  public Limits {
    for (Duration limit : new Duration[] {connect, firstByte, idle, total}) {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("a limit of " + limit + " lets nothing through");
      }
    }
    if (maxBodyBytes < 1) {
      throw new IllegalArgumentException("a limit of " + maxBodyBytes + " bytes");
    }
  }

  /// The same limits with no more than `most` for everything.
  public Limits within(Duration most) {
    return new Limits(
        connect, firstByte, idle, most.compareTo(total) < 0 ? most : total, maxBodyBytes);
  }
}
