package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.stream.Stream;

/// The slices of one tool that wait for a turn, and how many are at work. Guarded by the lock of
/// its [Turns].
final class ToolQueue {
  /// How long one waits for the worker in which its flow stands warm, while another is free and
  /// that one is busy with one and the same slice.
  static final Duration FOR_ITS_OWN = Duration.ofMillis(20);

  private static final int LOOKED_AT = 256;

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

    /// Takes the worker that it wants.
    final Claim claim;

    /// Its turn, once it has come.
    Optional<Turns.Taken> taken = Optional.empty();

    Waiter(ToolQueue tool, long since, Condition called, Claim claim) {
      this.tool = tool;
      this.since = since;
      this.called = called;
      this.claim = claim;
    }

    /// After how long in all it looks again, having waited so long.
    long nextLook(long waited, long atMost) {
      if (waited < FOR_ITS_OWN.toNanos()) {
        return FOR_ITS_OWN.toNanos();
      }
      long moment = Turns.A_MOMENT.toNanos();
      return Math.min((waited / moment + 1) * moment, atMost);
    }
  }

  Deque<Waiter> queue(Turn.Urgency urgency) {
    return switch (urgency) {
      case PERSON -> people;
      case BATCH -> batches;
    };
  }

  /// The first who can take the worker that it wants, and has taken it.
  Optional<Waiter> firstThatCan(Turn.Urgency urgency, long now) {
    int looked = 0;
    for (Waiter waiter : queue(urgency)) {
      if (waiter.claim.claimed(now - waiter.since >= FOR_ITS_OWN.toNanos())) {
        return Optional.of(waiter);
      }
      if (++looked == LOOKED_AT) {
        break;
      }
    }
    return Optional.empty();
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

  /// What one is told who can't wait.
  static Problem busy(String why) {
    return Problem.of(
        Problem.Kind.TOO_MANY,
        "The sandbox that executes tools is busy: " + why + ".",
        "Try again in a few minutes, or start fewer runs at once.");
  }
}
