package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The living workers: some at work, some idle, one of them a spare that hides the start of the
/// next.
///
/// Who gets one next is decided by [Turns]. Processes are started by threads that live as long as
/// the pool, because a system may tie a child to the thread that made it. Thread-safe.
final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

  private static final String STOPPING = "the server is stopping";

  private final WorkerPlace place;
  private final FlowLimits limits;
  private final Turns turns;
  private final PoolThreads threads = new PoolThreads();
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> alive = new HashSet<>();
  private final Map<WorkerProcess, AtWork> atWork = new HashMap<>();
  private Optional<WorkerCommand> command = Optional.empty();
  private boolean closed;
  private boolean broken;
  private boolean spareOnItsWay;
  private long replaced;
  private String lastTrouble = "";

  WorkerPool(WorkerPlace place, FlowLimits limits) {
    this.place = place;
    this.limits = limits;
    turns =
        new Turns(
            limits.workers(),
            new Turns.Waits(limits.waiting(), 5 * limits.waiting(), limits.patience()),
            System::nanoTime);
  }

  /// Takes a worker, the wished one if it is idle soon; waits for its turn.
  ///
  /// @throws Problem of kind `UNAVAILABLE` if none can be started, `TOO_MANY` if too many wait
  WorkerProcess take(Turn turn, Optional<WorkerProcess> wished) {
    AtomicReference<@Nullable WorkerProcess> claimed = new AtomicReference<>();
    Turns.Taken taken = turns.take(turn, anyWillDo -> claim(wished, anyWillDo, claimed));
    return taking(
        taken,
        threads.atOnce,
        () -> Optional.<WorkerProcess>ofNullable(claimed.get()).or(this::anyIdle));
  }

  /// Exchanges a worker that ended for one that has executed nothing yet. The tool is held from now
  /// on, and waits for its turn again.
  WorkerProcess exchangeForAFreshOne(Turn turn, WorkerProcess ended, String why) {
    drop(turn, ended, why);
    Turns.Taken taken = turns.takeAgain(turn);
    return taking(taken, threads.starter, this::freshFromIdle);
  }

  /// Gives a worker back for the next slice.
  void give(WorkerProcess worker) {
    Optional<Turns.Taken> taken;
    synchronized (this) {
      taken = Optional.ofNullable(atWork.remove(worker)).map(AtWork::turn);
      if (closed || idle.size() > limits.workers() || !alive.contains(worker)) {
        worker.close();
        alive.remove(worker);
      } else {
        idle.addFirst(worker);
      }
    }
    taken.ifPresent(turns::done);
  }

  /// Ends a worker that a flow of a tool spoiled; it will be replaced, and the tool is held.
  void drop(Turn turn, WorkerProcess worker, String why) {
    turns.hold(turn.tool());
    drop(worker, why);
  }

  /// Ends a worker, which will be replaced.
  void drop(WorkerProcess worker, String why) {
    Optional<Turns.Taken> taken = forget(worker, why);
    taken.ifPresent(turns::done);
    prepareASpare();
  }

  /// Lets a tool go that was held for what others did.
  void acquit(Turn turn) {
    turns.acquit(turn.tool());
  }

  /// How the workers are, after so many slices.
  synchronized WorkerState state(long slices) {
    WorkerState.Condition condition =
        broken
            ? WorkerState.Condition.BROKEN
            : alive.isEmpty() && replaced == 0
                ? WorkerState.Condition.NOT_STARTED
                : WorkerState.Condition.READY;
    return new WorkerState(condition, alive.size(), slices, replaced, lastTrouble);
  }

  /// Starts a worker ahead, unless one is idle or there are enough; returns at once.
  void prepareASpare() {
    synchronized (this) {
      if (closed || spareOnItsWay || !idle.isEmpty() || alive.size() > limits.workers()) {
        return;
      }
      spareOnItsWay = true;
    }
    try {
      threads.starter.execute(this::addASpare);
    } catch (RejectedExecutionException closing) {
      LOG.debug("no spare while closing", closing);
    }
  }

  /// Ends all workers.
  @Override
  public void close() {
    turns.close();
    synchronized (this) {
      closed = true;
      alive.forEach(WorkerProcess::close);
      alive.clear();
      idle.clear();
    }
    threads.close(limits.start());
    synchronized (this) {
      command.ifPresent(WorkerCommand::close);
    }
  }

  /// Takes the wished worker out of the idle ones. While it is at work nothing is taken, unless any
  /// will do and its work lasts: many short slices before one's own are sooner done than the flow
  /// is begun anew elsewhere. Where none is idle, nothing is taken, and one must be started.
  private synchronized boolean claim(
      Optional<WorkerProcess> wished,
      boolean anyWillDo,
      AtomicReference<@Nullable WorkerProcess> claimed) {
    idle.removeIf(worker -> !worker.isAlive() && alive.remove(worker));
    if (wished.isPresent() && idle.remove(wished.get())) {
      claimed.set(wished.get());
      return true;
    }
    if (wished.filter(alive::contains).isPresent()) {
      boolean lasts =
          Optional.ofNullable(atWork.get(wished.get())).filter(AtWork::lasts).isPresent();
      if (!anyWillDo || !lasts) {
        return false;
      }
    }
    claimed.set(idle.pollFirst());
    return true;
  }

  private synchronized Optional<WorkerProcess> anyIdle() {
    return Optional.ofNullable(idle.pollFirst()).filter(WorkerProcess::isAlive);
  }

  private synchronized Optional<WorkerProcess> freshFromIdle() {
    Optional<WorkerProcess> fresh =
        idle.stream().filter(worker -> worker.isFresh() && worker.isAlive()).findFirst();
    fresh.ifPresent(idle::remove);
    return fresh;
  }

  private WorkerProcess taking(
      Turns.Taken taken, ExecutorService by, Supplier<Optional<WorkerProcess>> fromIdle) {
    try {
      WorkerProcess worker = fromIdle.get().orElseGet(() -> start(by, fromIdle));
      synchronized (this) {
        atWork.put(worker, AtWork.from(taken));
      }
      prepareASpare();
      return worker;
    } catch (Problem none) {
      turns.done(taken);
      throw none;
    }
  }

  private synchronized Optional<Turns.Taken> forget(WorkerProcess worker, String why) {
    worker.close();
    if (alive.remove(worker)) {
      replaced++;
      lastTrouble = why;
    }
    return Optional.ofNullable(atWork.remove(worker)).map(AtWork::turn);
  }

  /// Starts a worker, unless one has become idle when it is time to.
  private WorkerProcess start(ExecutorService by, Supplier<Optional<WorkerProcess>> fromIdle) {
    try {
      Callable<WorkerProcess> idleOrNew =
          () -> {
            Optional<WorkerProcess> idleNow = fromIdle.get();
            return idleNow.isPresent() ? idleNow.get() : startNow();
          };
      return by.submit(idleOrNew).get();
    } catch (ExecutionException failed) {
      throw unavailable(failed.getCause() == null ? failed : failed.getCause());
    } catch (RejectedExecutionException closing) {
      throw unavailable(closing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unavailable(interrupted);
    }
  }

  private WorkerProcess startNow() throws IOException, WorkerEnded {
    if (place.jars().isEmpty()) {
      throw new IOException("the folder worker-lib has no jars");
    }
    synchronized (this) {
      if (closed) {
        throw new IOException(STOPPING);
      }
    }
    WorkerCommand how = command();
    WorkerProcess worker = threads.warm(how.start(), limits.start());
    synchronized (this) {
      broken = false;
      if (closed) {
        worker.close();
        throw new IOException(STOPPING);
      }
      alive.add(worker);
    }
    return worker;
  }

  private synchronized WorkerCommand command() {
    if (command.isEmpty()) {
      WorkerCommand made = WorkerCommand.forThisSystem(place);
      LOG.info("Flows are executed in worker processes, confined by {}", made.confinedBy());
      command = Optional.of(made);
    }
    return command.get();
  }

  private void addASpare() {
    try {
      WorkerProcess spare = startNow();
      synchronized (this) {
        if (closed) {
          spare.close();
        } else {
          idle.addLast(spare);
        }
      }
      command().makeCacheAside();
    } catch (IOException | WorkerEnded | RuntimeException failed) {
      noteTrouble(failed);
    } finally {
      synchronized (this) {
        spareOnItsWay = false;
      }
    }
  }

  private Problem unavailable(Throwable failed) {
    boolean closing =
        failed instanceof InterruptedException || failed instanceof RejectedExecutionException;
    if (!closing) {
      noteTrouble(failed);
    }
    return Blame.noSandbox().causedBy(failed);
  }

  private synchronized void noteTrouble(Throwable failed) {
    if (closed) {
      return;
    }
    broken = true;
    lastTrouble = String.valueOf(failed.getMessage());
    LOG.warn("A worker could not be started: {}", lastTrouble);
  }
}
