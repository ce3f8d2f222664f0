package dev.knowhow.run;

import dev.knowhow.price.Money;
import dev.knowhow.tool.GoalBudget;
import java.util.Optional;

/// The turns towards a goal that an example took, priced.
///
/// @param seen how many there were
/// @param sum what they cost together
/// @param dearest what the dearest of them cost
record GoalTurns(int seen, Money sum, Money dearest) {
  /// None yet.
  static final GoalTurns NONE = new GoalTurns(0, Money.ZERO, Money.ZERO);

  GoalTurns and(Money turn) {
    return new GoalTurns(seen + 1, sum.plus(turn), dearest.max(turn));
  }

  /// What the work costs if it takes all turns that its budget has, each as dear as the dearest one
  /// seen; an estimate: later turns are shown what was done before and may be dearer. Where the
  /// budget has a sum of money, the turn that crosses it is the last one.
  Money most(GoalBudget budget) {
    Money all = sum;
    for (int turn = seen; turn < budget.calls(); turn++) {
      all = all.plus(dearest);
    }
    Optional<Money> allowed =
        budget.dollars().map(dollars -> Money.ofDollars(dollars.toPlainString()).plus(dearest));
    return allowed.isPresent() && allowed.get().compareTo(all) < 0 ? allowed.get() : all;
  }
}
