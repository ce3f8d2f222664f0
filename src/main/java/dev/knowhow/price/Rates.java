package dev.knowhow.price;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;

/// What a million tokens of each bucket cost, in picodollars.
///
/// Every bucket has a rate, so a token can't be forgotten; one that costs nothing says 0.
///
/// @param picosPerMillion the rate of each bucket, in picodollars for a million tokens
public record Rates(Map<Bucket, Long> picosPerMillion) {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
  private static final BigInteger ALMOST_A_MILLION = BigInteger.valueOf(999_999);

  /// Refuses a bucket that is missing or below zero.
  public Rates {
    for (Bucket bucket : Bucket.values()) {
      Long rate = picosPerMillion.get(bucket);
      if (rate == null || rate < 0) {
        throw new IllegalArgumentException("no rate, or a negative one, for " + bucket);
      }
    }
    picosPerMillion = Map.copyOf(picosPerMillion);
  }

  /// Rates where every input costs the same and every output the same.
  public static Rates flat(Money inputPerMillion, Money outputPerMillion) {
    Map<Bucket, Long> rates = new EnumMap<>(Bucket.class);
    for (Bucket bucket : Bucket.values()) {
      boolean output = bucket == Bucket.VISIBLE_OUTPUT || bucket == Bucket.REASONING;
      rates.put(bucket, (output ? outputPerMillion : inputPerMillion).picos());
    }
    return new Rates(rates);
  }

  /// The price of a million tokens of one bucket.
  public Money perMillion(Bucket bucket) {
    return new Money(picosOf(bucket));
  }

  /// What `usage` costs: the exact sum over the buckets, rounded up once to a whole picodollar.
  ///
  /// @throws ArithmeticException if it is more than [Money] can count
  public Money cost(Usage usage) {
    BigInteger sum = BigInteger.ZERO;
    for (Bucket bucket : Bucket.values()) {
      sum =
          sum.add(
              BigInteger.valueOf(usage.in(bucket)).multiply(BigInteger.valueOf(picosOf(bucket))));
    }
    return new Money(sum.add(ALMOST_A_MILLION).divide(MILLION).longValueExact());
  }

  /// Whether nothing of it costs anything, as for a model on one's own computer.
  public boolean free() {
    return picosPerMillion.values().stream().allMatch(rate -> rate == 0);
  }

  private long picosOf(Bucket bucket) {
    return picosPerMillion.getOrDefault(bucket, 0L);
  }
}
