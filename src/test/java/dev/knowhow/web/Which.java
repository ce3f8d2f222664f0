package dev.knowhow.web;

/// Whose thing the address names.
enum Which {
  /// The client North's.
  NORTHS,
  /// The workspace's own; for clients another client.
  HOUSES,
  /// No such thing.
  UNKNOWN
}
