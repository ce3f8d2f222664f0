package dev.knowhow.tool;

import java.util.Optional;

/// The least and the most a value may be, both included; either may be open.
///
/// @param <T> the kind of value
public record Range<T extends Comparable<? super T>>(Optional<T> least, Optional<T> most) {

  /// A range without ends.
  public static <T extends Comparable<? super T>> Range<T> open() {
    return new Range<T>(Optional.empty(), Optional.empty());
  }

  /// Whether a value lies in it.
  public boolean holds(T value) {
    return least.map(end -> value.compareTo(end) >= 0).orElse(true)
        && most.map(end -> value.compareTo(end) <= 0).orElse(true);
  }
}
