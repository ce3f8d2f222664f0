package dev.knowhow.ledger;

/// How a call ended that was charged.
public enum Outcome {
  /// The answer came whole.
  ANSWERED,
  /// The answer broke off; what came was charged.
  CUT_SHORT,
  /// The call failed and was charged all the same.
  FAILED,
  /// Nobody knows: the server stopped while the call was on its way. It is counted with the most it
  /// could cost.
  UNKNOWN
}
