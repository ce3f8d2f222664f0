package dev.knowhow.model;

import dev.knowhow.net.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// How often and how long a provider is tried.
///
/// @param attempts the most requests for one question
/// @param total the most time for all of them together
/// @param limits the limits of one request
/// @param pause waits between them
/// @param random spreads the waits, so that calls that failed together don't come back together
/// @param clock reads the dates that providers name
public record Patience(
    int attempts,
    Duration total,
    Limits limits,
    Pause pause,
    RandomGenerator random,
    InstantSource clock) {
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /// What suits people who wait for a result.
  public static Patience usual(RandomGenerator random, InstantSource clock) {
    Limits limits =
        new Limits(
            Duration.ofSeconds(10),
            Duration.ofMinutes(3),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            16_000_000);
    return new Patience(4, Duration.ofMinutes(12), limits, Pause.sleeping(), random, clock);
  }

  /// How long to wait after so many attempts: doubled each time, half of it by chance.
  Duration waitAfter(int attempts) {
    Duration longest = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
    long most = Math.min(longest.toMillis(), LONGEST_WAIT.toMillis());
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }
}
