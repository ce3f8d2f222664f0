package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import java.time.YearMonth;

/// Where the budget of a month stands.
///
/// @param month the calendar month of the workspace
/// @param spent what was charged, including `unknown`
/// @param unknown the part of `spent` whose outcome is not known: it may have cost less
/// @param held what calls on their way hold
/// @param cap what the budget allows
public record MonthSpend(YearMonth month, Money spent, Money unknown, Money held, Money cap) {

  /// What may still be set aside.
  public Money left() {
    return cap.lessAtMost(spent.plus(held));
  }

  /// Whether four fifths of the budget are used: the moment to say so in colour.
  public boolean near() {
    return cap.inDollars()
            .multiply(java.math.BigDecimal.valueOf(8))
            .compareTo(spent.plus(held).inDollars().multiply(java.math.BigDecimal.TEN))
        <= 0;
  }
}
