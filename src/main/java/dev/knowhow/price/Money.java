package dev.knowhow.price;

import java.math.BigDecimal;

/// An exact amount of US dollars, never negative, counted in picodollars (a millionth of a
/// millionth).
///
/// @param picos the amount in picodollars; the largest is a little over nine million dollars
public record Money(long picos) implements Comparable<Money> {

  /// Nothing.
  public static final Money ZERO = new Money(0);

  private static final int DIGITS_OF_A_PICO = 12;

  /// Refuses an amount below zero.
  public Money {
    if (picos < 0) {
      throw new IllegalArgumentException("an amount is not negative: " + picos + " picodollars");
    }
  }

  /// So many whole dollars.
  public static Money dollars(long dollars) {
    return new Money(Math.multiplyExact(dollars, 1_000_000_000_000L));
  }

  /// So many whole cents.
  public static Money cents(long cents) {
    return new Money(Math.multiplyExact(cents, 10_000_000_000L));
  }

  /// An amount written in dollars, such as `0.25`.
  ///
  /// @throws ArithmeticException if it has more than twelve decimals or is too large
  /// @throws NumberFormatException if it is not a number
  public static Money ofDollars(String dollars) {
    return new Money(new BigDecimal(dollars).movePointRight(DIGITS_OF_A_PICO).longValueExact());
  }

  /// The exact amount in dollars.
  public BigDecimal inDollars() {
    return BigDecimal.valueOf(picos, DIGITS_OF_A_PICO);
  }

  /// Both amounts together.
  ///
  /// @throws ArithmeticException if the sum is too large to count
  public Money plus(Money other) {
    return new Money(Math.addExact(picos, other.picos));
  }

  /// What is left after taking `other` away, or nothing where it is more.
  public Money lessAtMost(Money other) {
    return new Money(Math.max(0, picos - other.picos));
  }

  /// Whether there is nothing.
  public boolean isZero() {
    return picos == 0;
  }

  /// The amount as a person reads it: `1.4¢`, `$3.42`, `less than 0.01¢`, `0¢`; no more digits than
  /// matter, and never zero for something.
  public String shown() {
    return Shown.of(this);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(picos, other.picos);
  }

  /// The larger of two amounts.
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
