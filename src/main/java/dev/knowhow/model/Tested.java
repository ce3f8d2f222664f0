package dev.knowhow.model;

import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import java.time.Duration;

/// What a small real call to a connection showed.
public sealed interface Tested {

  /// It works.
  ///
  /// @param model the model that was asked
  /// @param said what it said
  /// @param cost what that cost
  /// @param took how long it took
  record Works(String model, String said, Money cost, Duration took) implements Tested {}

  /// It does not, and what to do.
  record Fails(Problem problem) implements Tested {}
}
