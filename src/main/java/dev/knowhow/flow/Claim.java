package dev.knowhow.flow;

/// Takes a worker at the moment of a turn, if the right one is there.
@FunctionalInterface
interface Claim {
  /// Whether it has what it needs now; when it has waited long enough any worker will do.
  boolean claimed(boolean anyWillDo);
}
