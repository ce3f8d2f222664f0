package dev.knowhow.tool;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/// What working towards a goal may use up; whichever ends first ends the work. The call that
/// crosses a limit is the last one.
///
/// @param calls how many calls of the model
/// @param tokens how many tokens, in and out together
/// @param dollars how much money
/// @param time how long by the clock
public record GoalBudget(
    int calls, Optional<Integer> tokens, Optional<BigDecimal> dollars, Optional<Duration> time) {}
