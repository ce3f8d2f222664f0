package dev.knowhow.ledger;

import dev.knowhow.price.Money;

/// What a run has cost so far.
///
/// @param runId the run
/// @param spent what was charged to it
/// @param held what its calls on their way hold
/// @param charges how many charges it has
public record RunSpend(String runId, Money spent, Money held, long charges) {}
