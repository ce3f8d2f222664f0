package dev.knowhow.ledger;

import dev.knowhow.price.Money;

/// What a tool cost in a month; runs without a charge, such as those with sample answers, are not
/// in it.
///
/// @param toolId the tool
/// @param runs how many runs had a charge
/// @param spent what they cost together
public record ToolSpend(String toolId, long runs, Money spent) {

  /// What a run cost on average, to the nearest picodollar above.
  public Money average() {
    return runs == 0 ? Money.ZERO : new Money(Math.ceilDiv(spent.picos(), runs));
  }
}
