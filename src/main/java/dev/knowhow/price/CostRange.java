package dev.knowhow.price;

/// What something will cost, between two amounts.
///
/// @param low the least it is expected to cost
/// @param high the most it is expected to cost
public record CostRange(Money low, Money high) {

  /// Refuses a range that is upside down.
  public CostRange {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("a range goes from low to high");
    }
  }

  /// Both ranges together: the lows and the highs added.
  public CostRange plus(CostRange other) {
    return new CostRange(low.plus(other.low), high.plus(other.high));
  }

  /// The range as a person reads it: `about 1.4–2.1¢`, `about 80¢–$1.20`, `up to 0.3¢`.
  public String shown() {
    return Shown.of(this);
  }
}
