package dev.knowhow.ledger;

import dev.knowhow.price.Money;

/// How much the budgets allow.
///
/// @param perRun the most that one run may cost
/// @param perMonth the most that all calls of a calendar month may cost
public record Caps(Money perRun, Money perMonth) {

  /// What a new installation begins with, until its owner changes it.
  public static final Caps AT_FIRST = new Caps(Money.dollars(1), Money.dollars(10));
}
