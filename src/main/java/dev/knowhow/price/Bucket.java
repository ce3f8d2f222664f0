package dev.knowhow.price;

/// One of the disjoint kinds of token that a call is billed by.
///
/// Every token of a call lies in exactly one bucket: a cached token is not fresh, a reasoning token
/// is not visible output, whatever a provider's own figures include in each other.
public enum Bucket {
  /// Input that no cache held.
  FRESH_INPUT,
  /// Input that was read from the provider's prompt cache.
  CACHE_READ,
  /// Input that was written to a cache which lives for five minutes, or for the provider's usual
  /// time.
  CACHE_WRITE_5_MIN,
  /// Input that was written to a cache which lives for an hour.
  CACHE_WRITE_1_H,
  /// Output that the person can read.
  VISIBLE_OUTPUT,
  /// Output that the model thought with and did not show.
  REASONING
}
