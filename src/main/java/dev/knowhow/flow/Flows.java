package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import dev.knowhow.worker.Breach;
import dev.knowhow.worker.Frame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Executes flows in a pool of worker processes.
///
/// A flow that gets its worker killed is executed once more, alone in a fresh one, before it is
/// blamed: what it shared the worker with may have filled the memory. A worker that was ended from
/// outside is no flow's fault. All other runs whose flows waited there notice nothing; their next
/// slice starts from their journal. Thread-safe.
public final class Flows implements AutoCloseable {
  /// How often a worker may be ended from outside under one slice.
  private static final int CRASHES = 3;

  private final FlowLimits limits;
  private final WorkerPool pool;
  private final WarmFlows warm;
  private final AtomicLong ids = new AtomicLong();

  /// A pool that starts its first worker when it is needed, or with [#prepare].
  public Flows(WorkerPlace place, FlowLimits limits) {
    this(place, limits, WarmFlows.USUAL);
  }

  /// A pool that keeps at most so many waiting flows warm.
  Flows(WorkerPlace place, FlowLimits limits, int warmAtMost) {
    this.limits = limits;
    warm = new WarmFlows(warmAtMost);
    pool = new WorkerPool(place, limits);
  }

  /// Starts a worker ahead, in the background.
  public void prepare() {
    pool.prepareASpare();
  }

  /// Executes a flow as far as its journal reaches. Blocks; may be called by many threads.
  ///
  /// @return never a fault of the sandbox itself as the flow's: that is of kind `NO_SANDBOX`
  public Slice slice(SliceRequest request) {
    if (request.journal().size() > limits.calls()) {
      return failed(
          FlowFault.Kind.TOO_MANY_CALLS,
          "The run called outside " + limits.calls() + " times, which is the most a run may.",
          "Give it fewer rows at once.");
    }
    SliceFrames frames = new SliceFrames(warm.keyed(request), warm.take(request), ids);
    try {
      WorkerProcess worker = pool.take(request.turn(), frames.warm().map(WarmFlows.Warm::worker));
      return tried(frames, worker);
    } catch (Problem problem) {
      return failed(Blame.kindOf(problem), problem.what(), problem.hint());
    }
  }

  /// How the workers are.
  public WorkerState state() {
    return pool.state(ids.get());
  }

  /// Ends all workers; what computes in them ends too.
  @Override
  public void close() {
    pool.close();
  }

  private Slice tried(SliceFrames frames, WorkerProcess first) {
    WorkerProcess worker = first;
    Turn turn = frames.request().turn();
    int crashes = 0;
    while (true) {
      boolean isAlone = worker.isFresh();
      AnswerByAnswer alone = new AnswerByAnswer(frames.request(), worker, ids);
      Frame answer;
      try {
        answer =
            isAlone ? alone.exchange(limits.slice()) : frames.exchanged(worker, limits.slice());
      } catch (WorkerEnded ended) {
        warm.forgetAllIn(worker);
        boolean crashed = ended.how() == WorkerEnded.How.CRASH;
        crashes += crashed ? 1 : 0;
        if (crashed ? crashes >= CRASHES : isAlone) {
          pool.drop(turn, worker, ended.lastWords());
          return new Slice.Failed(Blame.ofEnd(ended.how(), limits, alone.after()), alone.trace());
        }
        worker = pool.exchangeForAFreshOne(turn, worker, ended.lastWords());
        continue;
      } catch (Problem notSent) {
        pool.give(worker);
        throw notSent;
      } catch (RuntimeException bug) {
        warm.forgetAllIn(worker);
        pool.drop(worker, "a slice could not be exchanged: " + bug);
        throw bug;
      }
      if (!worker.equals(first)) {
        pool.acquit(turn);
      }
      return answer.kind() == Frame.Kind.SLICED
          ? done(frames, isAlone ? alone.told() : frames.told(), worker, answer)
          : broken(frames.request(), isAlone ? alone.after() : frames.after(), worker, answer);
    }
  }

  /// Gives the worker back before what it said is read: others wait for it.
  private Slice done(
      SliceFrames frames, Optional<Slice.Waiting> told, WorkerProcess worker, Frame answer) {
    boolean tired = !answer.part(2).isEmpty();
    if (tired) {
      warm.forgetAllIn(worker);
      pool.drop(worker, "a worker was replaced because it had become large or old");
    } else {
      pool.give(worker);
    }
    Slice slice = read(answer.part(1), told);
    if (slice instanceof Slice.Waiting waiting && !tired) {
      warm.waits(frames.request(), waiting, worker);
    }
    return slice;
  }

  private Slice broken(
      SliceRequest request, Optional<FlowCall> after, WorkerProcess worker, Frame answer) {
    Breach breach = Breach.valueOf(answer.part(1));
    if (breach == Breach.SYNTAX || breach == Breach.SCRIPT) {
      pool.give(worker);
    } else {
      warm.forgetAllIn(worker);
      pool.drop(request.turn(), worker, "a flow passed the limit of " + breach);
    }
    int line = Integer.parseInt(answer.part(2));
    FlowFault fault = Blame.ofBreach(breach, line, answer.part(3));
    String step = after.map(FlowCall::step).orElseGet(() -> StepAt.line(request.program(), line));
    return new Slice.Failed(Blame.at(step, fault), List.of());
  }

  private static Slice read(String json, Optional<Slice.Waiting> told) {
    try {
      return SliceJson.outcome(json, told);
    } catch (Problem notData) {
      return failed(
          FlowFault.Kind.SCRIPT,
          "What the tool's script gave back can't be read. " + notData.what(),
          "This is a fault of the tool's script, not of what was filled in.");
    } catch (IllegalArgumentException noOutcome) {
      return failed(
          FlowFault.Kind.SCRIPT,
          "What the tool's script gave back is no outcome.",
          "This is a fault of the tool's script, not of what was filled in.");
    }
  }

  private static Slice failed(FlowFault.Kind kind, String what, String hint) {
    return new Slice.Failed(FlowFault.of(kind, what, hint), List.of());
  }
}
