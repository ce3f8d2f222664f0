package dev.knowhow.prompt;

/// How long a segment stays the same, longest first; the order in which segments are sent.
public enum Lifetime {
  /// The same for every tool of a house.
  STABLE,
  /// The same for every run of a tool's version.
  VERSION,
  /// New with every run.
  RUN
}
