package dev.knowhow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class PriceTest {
  private static final ModelRef MODEL = new ModelRef("anthropic", "claude-test");
  private static final Rates RATES = rates("3", "0.3", "3.75", "6", "15", "15");
  private static final Rates LONG = rates("6", "0.6", "7.5", "12", "22.5", "22.5");
  private static final Price PRICE =
      new Price(
          MODEL,
          RATES,
          List.of(new Band(200_000, LONG)),
          Instant.EPOCH,
          "a test",
          LocalDate.EPOCH,
          0,
          0);

  @Test
  void addsUpEveryBucketOnce() {
    Usage usage = new Usage(1000, 2000, 300, 400, 50, 60);
    // 3000 + 600 + 1125 + 2400 + 750 + 900 millionths of a dollar
    assertThat(PRICE.cost(usage)).isEqualTo(Money.ofDollars("0.008775"));
  }

  @Test
  void roundsUpOnceAndOnlyTheSum() {
    Map<Bucket, Long> picos = new EnumMap<>(Bucket.class);
    for (Bucket bucket : Bucket.values()) {
      picos.put(bucket, 400_000L);
    }
    Rates rates = new Rates(picos);
    assertThat(rates.cost(Usage.of(1, 0)).picos()).isEqualTo(1);
    assertThat(rates.cost(Usage.of(1, 1)).picos()).isEqualTo(1);
    assertThat(rates.cost(Usage.of(2, 1)).picos()).isEqualTo(2);
    assertThat(rates.cost(Usage.of(5, 0)).picos()).isEqualTo(2);
  }

  @Test
  void theBandBeginsAboveItsLimitAndCountsCachedTokens() {
    assertThat(PRICE.cost(new Usage(100_000, 100_000, 0, 0, 0, 0)))
        .isEqualTo(Money.ofDollars("0.33"));
    assertThat(PRICE.cost(new Usage(100_000, 100_001, 0, 0, 0, 0)))
        .isEqualTo(Money.ofDollars("0.6600006"));
    assertThat(PRICE.cost(new Usage(200_001, 0, 0, 0, 1_000_000, 0)))
        .isEqualTo(Money.ofDollars("23.700006"));
  }

  @Test
  void aCallNeverCostsMoreThanItsMost() {
    assertThat(PRICE.atMost(1000, 100)).isEqualTo(Money.ofDollars("0.0075"));
    assertThat(PRICE.atMost(200_001, 0)).isEqualTo(Money.ofDollars("2.400012"));
  }

  @Property
  void noUsageWithinTheLimitsCostsMoreThanTheMost(
      @ForAll @LongRange(max = 400_000) long fresh,
      @ForAll @LongRange(max = 400_000) long read,
      @ForAll @LongRange(max = 400_000) long write,
      @ForAll @LongRange(max = 400_000) long hour,
      @ForAll @LongRange(max = 100_000) long shown,
      @ForAll @LongRange(max = 100_000) long hidden) {
    Usage usage = new Usage(fresh, read, write, hour, shown, hidden);
    assertThat(PRICE.cost(usage)).isLessThanOrEqualTo(PRICE.atMost(usage.input(), usage.output()));
  }

  @Property
  void theSumIsExact(
      @ForAll @LongRange(max = 2_000_000) long fresh,
      @ForAll @LongRange(max = 2_000_000) long shown,
      @ForAll @LongRange(max = 200_000_000_000_000L) long in,
      @ForAll @LongRange(max = 200_000_000_000_000L) long out) {
    Rates rates = Rates.flat(new Money(in), new Money(out));
    BigInteger exact =
        BigInteger.valueOf(fresh)
            .multiply(BigInteger.valueOf(in))
            .add(BigInteger.valueOf(shown).multiply(BigInteger.valueOf(out)));
    BigInteger charged =
        BigInteger.valueOf(rates.cost(Usage.of(fresh, shown)).picos())
            .multiply(BigInteger.valueOf(1_000_000));
    assertThat(charged.subtract(exact)).isBetween(BigInteger.ZERO, BigInteger.valueOf(999_999));
  }

  @Test
  void refusesToCountMoreThanMoneyHolds() {
    Rates rates = Rates.flat(Money.dollars(1_000_000), Money.ZERO);
    assertThatThrownBy(() -> rates.cost(Usage.of(10_000_000_000L, 0)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aBucketWithoutARateIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rates(Map.of(Bucket.FRESH_INPUT, 1L)))
        .withMessageContaining("CACHE_READ");
  }

  @Test
  void anOverlapOfBucketsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Usage(-1, 0, 0, 0, 0, 0));
  }

  static Rates rates(String... dollars) {
    Map<Bucket, Long> picos = new EnumMap<>(Bucket.class);
    int at = 0;
    for (Bucket bucket : Bucket.values()) {
      picos.put(bucket, Money.ofDollars(dollars[at++]).picos());
    }
    return new Rates(picos);
  }
}
