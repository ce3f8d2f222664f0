package dev.knowhow.ledger;

/// A budget that every call counts against.
public enum Budget {
  /// What one run may cost in all.
  RUN,
  /// What the workspace may cost in a calendar month.
  MONTH,
  /// What the tools of one client may cost in a calendar month.
  CLIENT;

  /// The budget as the subject of a sentence.
  public String inWords() {
    return switch (this) {
      case RUN -> "the budget of one run";
      case MONTH -> "the budget of this month";
      case CLIENT -> "the budget of this client for this month";
    };
  }
}
