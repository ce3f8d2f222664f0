package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Who may use a worker next: a queue for each tool, served in turn.
///
/// - Those for whom a person waits go before batches; every eighth turn is a batch's all the same.
/// - A tool whose flow cost a worker lately is *held*: it has one worker at a time, and all held
///   tools together have one fewer than there are, if there are two.
/// - While all workers are busy, one *reserve* serves those who have none and wait for a moment
///   already. Held tools and batches do not get it.
/// - Who has a worker of its own, because its flow waits warm there, lets others go first until
///   that one is free; for a moment only.
/// - Nobody waits longer than agreed, and no more than so many wait: they are told that it is busy.
///
/// Thread-safe. Waiting is not interruptible, [#close] ends it.
final class Turns {
  /// How long one waits before the reserve helps.
  static final Duration A_MOMENT = Duration.ofMillis(250);

  /// How long a tool is held after its flow cost a worker.
  static final Duration HELD = Duration.ofMinutes(2);

  private static final int PEOPLE_IN_A_ROW = 7;

  private final int workers;
  private final Waits waits;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();

  /// In the order of service: who was served last is last.
  private final Map<String, ToolQueue> tools = new LinkedHashMap<>();

  private int free;
  private boolean reserveTaken;
  private int peopleInARow;
  private int waiting;
  private boolean closed;

  /// How much may wait.
  ///
  /// @param ofOneTool how many of one tool
  /// @param inAll how many in all
  /// @param atMost how long each
  record Waits(int ofOneTool, int inAll, Duration atMost) {}

  /// The right to use a worker, to be given back.
  record Taken(String tool, boolean reserve) {}

  /// Turns at so many workers.
  ///
  /// @param nanos a clock that never goes back, in nanoseconds
  Turns(int workers, Waits waits, LongSupplier nanos) {
    this.workers = workers;
    this.waits = waits;
    this.nanos = nanos;
    free = workers;
  }

  /// Waits for a turn at any worker.
  Taken take(Turn turn) {
    return take(turn, _ -> true);
  }

  /// Waits for a turn at which the right worker is free.
  ///
  /// @throws Problem of kind `TOO_MANY` if too many wait, or this one waited too long; of kind
  ///   `UNAVAILABLE` when closed
  Taken take(Turn turn, Claim claim) {
    return take(turn, claim, false);
  }

  /// Waits for a turn of a slice that had one and lost its worker; it is the next of its tool.
  Taken takeAgain(Turn turn) {
    return take(turn, _ -> true, true);
  }

  /// Gives a turn back.
  void done(Taken taken) {
    lock.lock();
    try {
      if (taken.reserve()) {
        reserveTaken = false;
      } else {
        free++;
      }
      ToolQueue tool = tools.get(taken.tool());
      if (tool != null) {
        tool.atWork--;
      }
      serve();
      forgetTheIdle();
    } finally {
      lock.unlock();
    }
  }

  /// Notes that a flow of this tool cost a worker.
  void hold(String id) {
    lock.lock();
    try {
      tool(id).heldUntil = Optional.of(nanos.getAsLong() + HELD.toNanos());
    } finally {
      lock.unlock();
    }
  }

  /// Notes that it was not this tool's fault.
  void acquit(String id) {
    lock.lock();
    try {
      tool(id).heldUntil = Optional.empty();
      serve();
    } finally {
      lock.unlock();
    }
  }

  /// How many wait.
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /// Sends all who wait away.
  void close() {
    lock.lock();
    try {
      closed = true;
      for (ToolQueue tool : tools.values()) {
        tool.all().forEach(waiter -> waiter.called.signal());
      }
    } finally {
      lock.unlock();
    }
  }

  private Taken take(Turn turn, Claim claim, boolean first) {
    lock.lock();
    try {
      ToolQueue tool = tool(turn.tool());
      if (!first && (tool.waiting() >= waits.ofOneTool() || waiting >= waits.inAll())) {
        throw ToolQueue.busy(tool.waiting() + " other runs of this tool wait");
      }
      ToolQueue.Waiter waiter =
          new ToolQueue.Waiter(tool, nanos.getAsLong(), lock.newCondition(), claim);
      Deque<ToolQueue.Waiter> queue = tool.queue(turn.urgency());
      if (first) {
        queue.addFirst(waiter);
      } else {
        queue.addLast(waiter);
      }
      waiting++;
      try {
        serve();
        return waitedFor(waiter);
      } finally {
        if (queue.remove(waiter)) {
          waiting--;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Taken waitedFor(ToolQueue.Waiter waiter) {
    boolean interrupted = false;
    try {
      while (waiter.taken.isEmpty()) {
        if (closed) {
          throw Problem.of(
              Problem.Kind.UNAVAILABLE,
              "The server is stopping.",
              "The run goes on when it has started again.");
        }
        long waited = nanos.getAsLong() - waiter.since;
        if (waited >= waits.atMost().toNanos()) {
          throw ToolQueue.busy("it waited " + waits.atMost().toSeconds() + " seconds for its turn");
        }
        long until = waiter.nextLook(waited, waits.atMost().toNanos());
        try {
          var _ = waiter.called.await(until - waited, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
          interrupted = true;
        }
        serve();
      }
      return waiter.taken.orElseThrow();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Calls all whose turn it is.
  private void serve() {
    while (free > 0) {
      Optional<ToolQueue.Waiter> next = next();
      if (next.isEmpty()) {
        return;
      }
      free--;
      call(next.get(), false);
    }
    if (!reserveTaken) {
      forTheReserve()
          .ifPresent(waiter -> {
            var _ = waiter.claim.claimed(true);
            reserveTaken = true;
            call(waiter, true);
          });
    }
  }

  private void call(ToolQueue.Waiter waiter, boolean reserve) {
    ToolQueue tool = waiter.tool;
    boolean person = tool.remove(waiter) == Turn.Urgency.PERSON;
    peopleInARow = person ? peopleInARow + 1 : 0;
    waiting--;
    tool.atWork++;
    tools.remove(tool.id);
    tools.put(tool.id, tool);
    waiter.taken = Optional.of(new Taken(tool.id, reserve));
    waiter.called.signal();
  }

  /// Whose turn it is; that one has claimed its worker.
  private Optional<ToolQueue.Waiter> next() {
    List<Turn.Urgency> order =
        peopleInARow < PEOPLE_IN_A_ROW
            ? List.of(Turn.Urgency.PERSON, Turn.Urgency.BATCH)
            : List.of(Turn.Urgency.BATCH, Turn.Urgency.PERSON);
    for (Turn.Urgency urgency : order) {
      for (ToolQueue tool : tools.values()) {
        Optional<ToolQueue.Waiter> first =
            mayWork(tool) ? tool.firstThatCan(urgency, nanos.getAsLong()) : Optional.empty();
        if (first.isPresent()) {
          return first;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ToolQueue.Waiter> forTheReserve() {
    long now = nanos.getAsLong();
    for (ToolQueue tool : tools.values()) {
      ToolQueue.Waiter first = tool.people.peekFirst();
      if (first != null
          && tool.atWork == 0
          && !isHeld(tool)
          && now - first.since >= A_MOMENT.toNanos()) {
        return Optional.of(first);
      }
    }
    return Optional.empty();
  }

  private boolean mayWork(ToolQueue tool) {
    if (!isHeld(tool)) {
      return true;
    }
    int heldAtWork =
        tools.values().stream().filter(this::isHeld).mapToInt(held -> held.atWork).sum();
    return tool.atWork == 0 && heldAtWork < Math.max(1, workers - 1);
  }

  private boolean isHeld(ToolQueue tool) {
    return tool.heldUntil.filter(until -> until - nanos.getAsLong() > 0).isPresent();
  }

  private ToolQueue tool(String id) {
    return tools.computeIfAbsent(id, ToolQueue::new);
  }

  private void forgetTheIdle() {
    if (tools.size() <= 64) {
      return;
    }
    List<ToolQueue> all = new ArrayList<>(tools.values());
    all.removeIf(tool -> tool.waiting() > 0 || tool.atWork > 0 || isHeld(tool));
    all.forEach(tool -> tools.remove(tool.id));
  }
}
