package dev.knowhow.ledger;

import dev.knowhow.price.Money;

/// Where a purse stands.
///
/// @param id the purse
/// @param cap the most that may be paid from it
/// @param spent what was paid from it so far
/// @param held what calls on their way hold of it
public record PurseSpend(String id, Money cap, Money spent, Money held) {

  /// What is neither paid nor held.
  public Money left() {
    return cap.lessAtMost(spent.plus(held));
  }
}
