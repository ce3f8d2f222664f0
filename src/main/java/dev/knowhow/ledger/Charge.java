package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import dev.knowhow.price.Rates;
import dev.knowhow.price.Usage;
import java.time.Instant;

/// One line of the ledger: what one model call cost, and by which price.
///
/// @param reservation the call, the most it was thought to cost, and when it was set aside
/// @param usage its tokens by bucket; none where the outcome is not known
/// @param usageEstimated whether the tokens were counted by us because the provider did not say
/// @param rates the rates it was charged by; all 0 where the outcome is not known
/// @param priceSource where those rates are written, or empty where the outcome is not known
/// @param cost what it cost; where the outcome is not known, the most it can have cost
/// @param outcome how it ended
/// @param chargedAt when it was charged
public record Charge(
    Reservation reservation,
    Usage usage,
    boolean usageEstimated,
    Rates rates,
    String priceSource,
    Money cost,
    Outcome outcome,
    Instant chargedAt) {

  /// The cost as a person reads it, with what is not known said.
  public String shown() {
    return outcome == Outcome.UNKNOWN ? "outcome unknown, at most " + cost.shown() : cost.shown();
  }
}
