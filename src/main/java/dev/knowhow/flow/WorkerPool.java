package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The living workers: some at work, some idle, one of them a spare that hides the start of the
/// next.
///
/// Whoever waits for a worker is served in order. Processes are started by one thread that lives as
/// long as the pool, because a system may tie a child to the thread that made it. Thread-safe.
final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);

  private static final String STOPPING = "the server is stopping";

  private final WorkerPlace place;
  private final FlowLimits limits;
  private final Semaphore atWork;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("worker-starter").daemon().factory());
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("worker-watchdog").daemon().factory());
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> alive = new HashSet<>();
  private Optional<WorkerCommand> command = Optional.empty();
  private boolean closed;
  private boolean broken;
  private boolean spareOnItsWay;
  private boolean cacheTried;
  private long replaced;
  private String lastTrouble = "";

  WorkerPool(WorkerPlace place, FlowLimits limits) {
    this.place = place;
    this.limits = limits;
    atWork = new Semaphore(limits.workers(), true);
  }

  /// Takes a worker, the wished one if it is idle; waits while all are at work.
  ///
  /// @throws Problem of kind `UNAVAILABLE` if none can be started
  WorkerProcess take(Optional<WorkerProcess> wished) {
    atWork.acquireUninterruptibly();
    try {
      return fromIdle(wished).orElseGet(this::start);
    } catch (Problem none) {
      atWork.release();
      throw none;
    }
  }

  /// Exchanges a worker that ended for one that has executed nothing yet.
  WorkerProcess exchangeForAFreshOne(WorkerProcess ended, String why) {
    forget(ended, why);
    try {
      return freshFromIdle().orElseGet(this::start);
    } catch (Problem none) {
      atWork.release();
      throw none;
    }
  }

  /// Gives a worker back for the next slice.
  void give(WorkerProcess worker) {
    synchronized (this) {
      if (closed) {
        worker.close();
      } else {
        idle.addFirst(worker);
      }
    }
    atWork.release();
  }

  /// Ends a worker, which will be replaced.
  void drop(WorkerProcess worker, String why) {
    forget(worker, why);
    atWork.release();
    prepareASpare();
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

  /// Starts a worker ahead, unless one is idle; returns at once.
  void prepareASpare() {
    synchronized (this) {
      if (closed || spareOnItsWay || !idle.isEmpty()) {
        return;
      }
      spareOnItsWay = true;
    }
    try {
      starter.execute(this::addASpare);
    } catch (RejectedExecutionException closing) {
      LOG.debug("no spare while closing", closing);
    }
  }

  /// Ends all workers.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      alive.forEach(WorkerProcess::close);
      alive.clear();
      idle.clear();
    }
    starter.shutdown();
    try {
      starter.awaitTermination(limits.start().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    starter.shutdownNow();
    watchdog.shutdownNow();
    synchronized (this) {
      command.ifPresent(WorkerCommand::close);
    }
  }

  private synchronized Optional<WorkerProcess> fromIdle(Optional<WorkerProcess> wished) {
    idle.removeIf(worker -> !worker.isAlive() && alive.remove(worker));
    if (wished.isPresent() && idle.remove(wished.get())) {
      return wished;
    }
    return Optional.ofNullable(idle.pollFirst());
  }

  private synchronized Optional<WorkerProcess> freshFromIdle() {
    Optional<WorkerProcess> fresh =
        idle.stream().filter(worker -> worker.isFresh() && worker.isAlive()).findFirst();
    fresh.ifPresent(idle::remove);
    return fresh;
  }

  private synchronized void forget(WorkerProcess worker, String why) {
    worker.close();
    if (alive.remove(worker)) {
      replaced++;
      lastTrouble = why;
    }
  }

  private WorkerProcess start() {
    try {
      WorkerProcess worker = starter.submit((Callable<WorkerProcess>) this::startNow).get();
      prepareASpare();
      return worker;
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
    WorkerProcess worker = WorkerProcess.warm(how.start(), limits.start(), watchdog);
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
      makeTheCache();
    } catch (IOException | WorkerEnded | RuntimeException failed) {
      noteTrouble(failed);
    } finally {
      synchronized (this) {
        spareOnItsWay = false;
      }
    }
  }

  /// Makes the start-up cache, once and aside: workers can be started meanwhile.
  private void makeTheCache() {
    WorkerCommand how = command();
    if (cacheTried || !how.wantsACache()) {
      return;
    }
    cacheTried = true;
    Thread.ofPlatform()
        .name("worker-cache")
        .daemon()
        .start(() -> {
          try {
            if (how.makeCache()) {
              LOG.info("Workers start faster from now on: their start-up cache is made");
            }
          } catch (IOException failed) {
            LOG.warn("The workers' start-up cache could not be made: {}", failed.getMessage());
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private Problem unavailable(Throwable failed) {
    boolean closing =
        failed instanceof InterruptedException || failed instanceof RejectedExecutionException;
    if (!closing) {
      noteTrouble(failed);
    }
    return Problem.of(
            Problem.Kind.UNAVAILABLE,
            "The sandbox that executes tools could not be started.",
            "Look at the server's log; the memory of the machine and the folder worker-lib are the"
                + " usual reasons. Then try again.")
        .causedBy(failed);
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
