package dev.knowhow.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Runs that were taken up several times without one new answer, because their server was killed
/// each time. One of them may be what brings it down, so they are worked on one at a time, until
/// each has its next answer: what goes down with the one to blame are not the others' tries.
/// Thread-safe.
final class Suspects {
  private final AtomicReference<Optional<String>> alone =
      new AtomicReference<>(Optional.<String>empty());

  /// Whether this suspect may be worked on now.
  boolean admit(String id) {
    return alone.get().isEmpty() && swap(Optional.empty(), Optional.of(id));
  }

  /// A run came further or is not worked on any more; says whether the next suspect may be.
  boolean clear(String id) {
    return alone.get().filter(id::equals).isPresent() && swap(Optional.of(id), Optional.empty());
  }

  private boolean swap(Optional<String> from, Optional<String> to) {
    return alone.getAndUpdate(now -> now.equals(from) ? to : now).equals(from);
  }
}
