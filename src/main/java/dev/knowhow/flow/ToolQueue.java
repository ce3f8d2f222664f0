package dev.knowhow.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.stream.Stream;

/// The slices of one tool that wait for a turn, and how many are at work. Guarded by the lock of
/// its [Turns].
final class ToolQueue {
  final String id;
  final Deque<Waiter> people = new ArrayDeque<>();
  final Deque<Waiter> batches = new ArrayDeque<>();
  int atWork;

  /// Until when the tool is held, by the clock of its [Turns].
  Optional<Long> heldUntil = Optional.empty();

  ToolQueue(String id) {
    this.id = id;
  }

  /// One slice that waits.
  static final class Waiter {
    final ToolQueue tool;
    final long since;
    final Condition called;

    /// Its turn, once it has come.
    Optional<Turns.Taken> taken = Optional.empty();

    Waiter(ToolQueue tool, long since, Condition called) {
      this.tool = tool;
      this.since = since;
      this.called = called;
    }
  }

  Deque<Waiter> queue(Turn.Urgency urgency) {
    return switch (urgency) {
      case PERSON -> people;
      case BATCH -> batches;
    };
  }

  Stream<Waiter> all() {
    return Stream.concat(people.stream(), batches.stream());
  }

  int waiting() {
    return people.size() + batches.size();
  }

  /// Takes a waiter out and says in which queue it stood.
  Turn.Urgency remove(Waiter waiter) {
    if (people.remove(waiter)) {
      return Turn.Urgency.PERSON;
    }
    batches.remove(waiter);
    return Turn.Urgency.BATCH;
  }
}
