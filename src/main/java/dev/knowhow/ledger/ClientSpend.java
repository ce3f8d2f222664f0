package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import java.util.Optional;

/// Where a client's budget of a month stands.
///
/// @param spent what was charged for the client's tools
/// @param held what calls on their way hold
/// @param cap what the budget allows; empty where only the workspace's budget counts
public record ClientSpend(String clientId, Money spent, Money held, Optional<Money> cap) {}
