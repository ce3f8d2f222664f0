package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;

/// What came of the wish to set money aside.
public sealed interface Reserving {

  /// The money is set aside and the call may be made.
  ///
  /// @param reservation what to settle, free or give up as lost afterwards
  record Reserved(Reservation reservation) implements Reserving {}

  /// The call could pass a budget, so it must not be made.
  ///
  /// @param budget the budget it could pass
  /// @param cap how much the budget allows
  /// @param spent what was charged to it so far
  /// @param held what calls on their way hold of it
  /// @param wanted the most that this call could cost
  /// @param whoCanRaiseIt who may change the budget, in words
  record OverBudget(
      Budget budget, Money cap, Money spent, Money held, Money wanted, String whoCanRaiseIt)
      implements Reserving {

    /// The same as a problem that a person can act on.
    public Problem problem() {
      String used =
          held.isZero()
              ? spent.shown() + " is spent"
              : spent.shown()
                  + " is spent and "
                  + held.shown()
                  + " is set aside for calls on"
                  + " their way";
      String what =
          "This call could cost "
              + wanted.shown()
              + ", but "
              + budget.inWords()
              + " is "
              + cap.shown()
              + ", of which "
              + used
              + ".";
      String hint =
          switch (budget) {
            case RUN -> whoCanRaiseIt + " can raise it in Settings, Budget.";
            case MONTH ->
                whoCanRaiseIt + " can raise it in Settings, Budget. It begins anew next month.";
            case CLIENT ->
                whoCanRaiseIt + " can raise it in Settings, Clients. It begins anew next month.";
            case PURSE -> "Start them again with a higher cap.";
          };
      return Problem.of(Problem.Kind.OVER_BUDGET, what, hint);
    }
  }
}
