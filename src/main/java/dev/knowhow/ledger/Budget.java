package dev.knowhow.ledger;

import dev.knowhow.problem.Problem;

/// A budget that every call counts against.
public enum Budget {
  /// What one run may cost in all.
  RUN,
  /// What the workspace may cost in a calendar month.
  MONTH,
  /// What the tools of one client may cost in a calendar month.
  CLIENT,
  /// What several runs may cost together that are paid from one purse.
  PURSE;

  /// Whether a call was refused for this budget.
  public boolean refused(Problem problem) {
    return problem.kind() == Problem.Kind.OVER_BUDGET
        && problem.what().contains(inWords() + " is ");
  }

  /// The budget as the subject of a sentence.
  public String inWords() {
    return switch (this) {
      case RUN -> "the budget of one run";
      case MONTH -> "the budget of this month";
      case CLIENT -> "the budget of this client for this month";
      case PURSE -> "the cap that was given for these runs together";
    };
  }
}
