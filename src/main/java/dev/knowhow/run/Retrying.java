package dev.knowhow.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How patiently a run is tried again before it is parked.
///
/// @param waits how long to wait before each new try of a call that failed in a way that may pass;
///   after the last one the run is parked
/// @param mostDrives how often a run is taken up without one new answer, because its server was
///   killed or had a fault, before it is parked
/// @param poll how often to look whether a timer is due
/// @param mostAtOnce how many calls of one run are under way at once; the others queue
public record Retrying(List<Duration> waits, int mostDrives, Duration poll, int mostAtOnce) {

  /// Copies the list.
  public Retrying {
    waits = List.copyOf(waits);
    if (mostDrives < 1 || mostAtOnce < 1 || !poll.isPositive()) {
      throw new IllegalArgumentException("a run could never be worked on");
    }
  }

  /// What a server does: five more tries over less than three hours.
  public static Retrying usual() {
    return new Retrying(
        List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2)),
        20,
        Duration.ofSeconds(2),
        32);
  }

  /// After how many fruitless drives a run is worked on only while no other such run is.
  int suspectAfter() {
    return Math.max(1, mostDrives / 4);
  }

  /// How long to wait before the next try after some that failed; empty where none is left.
  Optional<Duration> waitAfter(int tries) {
    return tries < waits.size() ? Optional.of(waits.get(tries)) : Optional.empty();
  }
}
