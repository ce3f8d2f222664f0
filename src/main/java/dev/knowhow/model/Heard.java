package dev.knowhow.model;

import dev.knowhow.price.Usage;
import java.util.Optional;

/// What came of an answer, whole or not.
///
/// @param text the text so far
/// @param usage what the provider reported, if it did
/// @param ending why the model stopped; empty if the answer broke off before
/// @param fault what went wrong, in the provider's words or ours, or empty
record Heard(
    String text, Optional<Reported> usage, Optional<Ending> ending, Optional<String> fault) {

  /// A provider's figures in disjoint buckets.
  ///
  /// @param whole whether they cover the whole answer, and not only its beginning
  /// @param addUp whether the provider's own figures agree with each other
  record Reported(Usage usage, boolean whole, boolean addUp) {}

  /// Whether the model came to an end and nothing went wrong, even if the connection broke after.
  boolean complete() {
    return ending.isPresent() && fault.isEmpty();
  }
}
