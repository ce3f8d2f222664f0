package dev.knowhow.model;

/// Why a model stopped.
public enum Ending {
  /// It was done.
  DONE,
  /// It reached the most tokens it may give; the text is incomplete.
  CUT_OFF,
  /// It declined to answer, or the provider's filter did.
  DECLINED
}
