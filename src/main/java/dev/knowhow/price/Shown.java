package dev.knowhow.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Amounts as people read them.
///
/// Below a cent two decimals of a cent matter, below ten cents one, below a dollar none; from there
/// dollars and cents, and from a thousand dollars whole dollars.
final class Shown {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal LEAST = new BigDecimal("0.01");

  private Shown() {}

  static String of(Money money) {
    if (money.isZero()) {
      return "0¢";
    }
    BigDecimal cents = money.inDollars().movePointRight(2);
    if (cents.compareTo(LEAST) < 0) {
      return "less than 0.01¢";
    }
    BigDecimal rounded = cents.setScale(decimals(cents), RoundingMode.HALF_UP);
    return rounded.compareTo(HUNDRED) < 0 ? inCents(rounded) : inDollars(money.inDollars());
  }

  static String of(CostRange range) {
    String low = of(range.low());
    String high = of(range.high());
    if (low.equals(high)) {
      return high.startsWith("less") || range.high().isZero() ? high : "about " + high;
    }
    if (range.low().isZero() || low.startsWith("less")) {
      return "up to " + high;
    }
    boolean bothInCents = low.endsWith("¢") && high.endsWith("¢");
    return "about " + (bothInCents ? low.substring(0, low.length() - 1) : low) + "–" + high;
  }

  private static int decimals(BigDecimal cents) {
    if (cents.compareTo(ONE) < 0) {
      return 2;
    }
    return cents.compareTo(TEN) < 0 ? 1 : 0;
  }

  private static String inCents(BigDecimal cents) {
    return cents.stripTrailingZeros().toPlainString() + "¢";
  }

  private static String inDollars(BigDecimal dollars) {
    BigDecimal rounded = dollars.setScale(2, RoundingMode.HALF_UP);
    boolean whole = rounded.compareTo(THOUSAND) >= 0 || rounded.stripTrailingZeros().scale() <= 0;
    String pattern = whole ? "#,##0" : "#,##0.00";
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return "$" + format.format(rounded);
  }
}
