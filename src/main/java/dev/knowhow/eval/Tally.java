package dev.knowhow.eval;

import dev.knowhow.price.Money;
import java.time.Duration;
import java.util.List;

/// What a cell came to and what that took.
///
/// @param models the models that were charged for, by name
record Tally(CellOutcome outcome, Money cost, long tokens, Duration took, List<String> models) {

  Tally {
    models = List.copyOf(models);
  }

  /// An outcome for which nobody was asked.
  static Tally free(CellOutcome outcome, Duration took) {
    return new Tally(outcome, Money.ZERO, 0, took, List.of());
  }
}
