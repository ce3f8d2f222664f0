package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import dev.knowhow.price.Price;
import dev.knowhow.price.Usage;

/// What a call turned out to cost.
///
/// @param usage its tokens by bucket
/// @param usageEstimated whether the tokens were counted by us because the provider did not say
/// @param price the price it was charged by
/// @param cost what it cost
/// @param outcome how it ended
public record ChargeRow(
    Usage usage, boolean usageEstimated, Price price, Money cost, Outcome outcome) {

  /// Refuses a cost that is not what usage and price say.
  public ChargeRow {
    if (!price.cost(usage).equals(cost)) {
      throw new IllegalArgumentException("the cost is not what usage and price make");
    }
  }

  /// A charge of what the usage costs by the price.
  public static ChargeRow of(Usage usage, boolean usageEstimated, Price price, Outcome outcome) {
    return new ChargeRow(usage, usageEstimated, price, price.cost(usage), outcome);
  }
}
