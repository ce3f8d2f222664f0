package dev.knowhow.eval;

import dev.knowhow.price.Money;
import java.time.Duration;

/// How one way to run a tool did on its examples, for the comparison with others.
///
/// @param label its words on the page, such as "Economy"
/// @param rate how many of the examples passed that were judged
/// @param unjudged how many were not: they could not be executed, or were not tried
/// @param perRun what one judged run cost on average, rounded up to a picodollar
/// @param took how long a judged run took on average
public record Contender(String label, Wilson rate, int unjudged, Money perRun, Duration took) {

  /// Whether every example was judged.
  public boolean whole() {
    return unjudged == 0 && rate.of() > 0;
  }
}
