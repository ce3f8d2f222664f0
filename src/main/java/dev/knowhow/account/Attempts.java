package dev.knowhow.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// How often something may be tried under one name before it has to wait. Thread-safe.
final class Attempts {
  private static final int NAMES_REMEMBERED = 10_000;

  private final int allowed;
  private final Duration per;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  Attempts(int allowed, Duration per, InstantSource clock) {
    this.allowed = allowed;
    this.per = per;
    this.time = new Clocked(clock);
    this.buckets =
        Caffeine.newBuilder().maximumSize(NAMES_REMEMBERED).expireAfterAccess(per).build();
  }

  /// Counts one try.
  ///
  /// @throws Problem of kind `TOO_MANY` if it was one too many
  void count(String name) {
    Bucket bucket =
        buckets.get(
            name,
            _ ->
                Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(allowed).refillGreedy(allowed, per))
                    .build());
    if (!bucket.tryConsume(1)) {
      throw Problem.of(
          Problem.Kind.TOO_MANY,
          "That was tried too often.",
          "Wait a few minutes, then try again.");
    }
  }

  private record Clocked(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
