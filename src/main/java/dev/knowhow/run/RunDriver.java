package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// Drives one run from where its journal ends until it rests: slice, perform what the slice waits
/// for, slice again. One thread.
///
/// Answers reach the flow in the order in which the database has them, whoever gave them: those of
/// this driver's own calls come with their place, and where a place is missing, somebody else has
/// answered and the journal is read again.
final class RunDriver {
  private final Workbench.Job job;
  private final Flows flows;
  private final Means means;
  private final Live live;
  private final int mostAtOnce;

  private final List<JournalAnswer> journal = new ArrayList<>();
  private final Map<Long, JournalAnswer> ahead = new TreeMap<>();
  private final Set<Integer> begun = new HashSet<>();
  private final Deque<FlowCall> queued = new ArrayDeque<>();
  private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
  private int underWay;
  private Optional<Landed.Refused> obstacle = Optional.empty();

  RunDriver(Workbench.Job job, Flows flows, Means means, Live live, int mostAtOnce) {
    this.job = job;
    this.flows = flows;
    this.means = means;
    this.live = live;
    this.mostAtOnce = mostAtOnce;
    live.onNews(() -> landed.add(new Landed.News()));
  }

  /// What a driver works with.
  interface Means {
    /// Performs a call and blocks until it is answered or somebody else is to answer it.
    Performed perform(FlowCall call);

    /// Takes answers over from another run.
    List<Performed.Arrived> keep(List<Kept.Answered> answers);

    /// The answers of the journal after a place, in their order.
    List<JournalStore.Entry> after(long place);

    /// Executes something beside the driver.
    void execute(Runnable work);

    /// Sees to it that another run is worked on.
    void workOn(String run);
  }

  /// How a drive ended.
  ///
  /// @param state where the run rests; [RunState#RUNNING] when it was left to be continued later,
  ///   [RunState#PARKED] when a problem is in the way
  /// @param mayPass whether the problem may well pass though nobody does anything
  record Rested(RunState state, Outcomes outcomes, Optional<Problem> problem, boolean mayPass) {
    Rested(RunState state, Outcomes outcomes, Optional<Problem> problem) {
      this(state, outcomes, problem, false);
    }
  }

  /// How many answers the flow has been given.
  long seen() {
    return journal.size();
  }

  /// Drives the run from the answers that its journal has.
  ///
  /// @param leave asked before anything new is begun: whether to leave the run where it stands
  Rested drive(BooleanSupplier leave) throws InterruptedException {
    catchUp();
    while (true) {
      Slice slice = slice();
      live.progressed(slice.trace());
      switch (slice) {
        case Slice.Done(FlowResult result, List<TraceEntry> trace) -> {
          return new Rested(
              stateOf(result), new Outcomes(Optional.of(result), trace), Optional.empty());
        }
        case Slice.Failed(FlowFault fault, List<TraceEntry> trace) -> {
          landAll();
          return new Rested(
              fault.mayPass() ? RunState.PARKED : RunState.FAILED,
              new Outcomes(Optional.empty(), trace),
              Optional.of(fault.problem()),
              fault.mayPass());
        }
        case Slice.Waiting(List<FlowCall> calls, List<TraceEntry> trace) -> {
          Outcomes soFar = new Outcomes(Optional.empty(), trace);
          if (obstacle.isPresent() || leave.getAsBoolean()) {
            landAll();
            return obstacle
                .map(met -> stopped(met, soFar))
                .orElseGet(() -> new Rested(RunState.RUNNING, soFar, Optional.empty()));
          }
          take(calls);
          if (keep()) {
            continue;
          }
          beginQueued();
          if (underWay == 0) {
            return new Rested(RunState.WAITING, soFar, Optional.empty());
          }
          landSome(leave);
        }
      }
    }
  }

  private Slice slice() {
    return flows.slice(
        new SliceRequest(
            job.prepared().program(),
            job.run().inputs(),
            job.prepared().knowledgeTexts(),
            job.run().flowClock(),
            job.run().seed(),
            journal,
            job.run().id(),
            job.run().turn()));
  }

  private void take(List<FlowCall> calls) {
    for (FlowCall call : calls) {
      if (begun.add(call.number()) && !keeps(call)) {
        queued.add(call);
      }
    }
  }

  private boolean keeps(FlowCall call) {
    return job.kept().filter(kept -> kept.takes(call, job.prepared())).isPresent();
  }

  private boolean keep() {
    List<Kept.Answered> next = job.kept().map(Kept::next).orElse(List.of());
    if (next.isEmpty()) {
      return false;
    }
    List<Performed.Arrived> arrived = means.keep(next);
    for (int i = 0; i < next.size(); i++) {
      ahead.put(arrived.get(i).place(), answer(next.get(i).call(), arrived.get(i)));
    }
    deliver();
    return true;
  }

  private void beginQueued() {
    while (underWay < mostAtOnce && !queued.isEmpty()) {
      FlowCall call = queued.remove();
      underWay++;
      means.execute(() -> landed.add(perform(call)));
    }
  }

  private Landed perform(FlowCall call) {
    try {
      return switch (means.perform(call)) {
        case Performed.Arrived arrived ->
            new Landed.Answered(answer(call, arrived), arrived.place());
        case Performed.Outside(Optional<String> run) -> new Landed.Outside(run);
        case Performed.Refused(Problem problem, boolean mayPass) ->
            new Landed.Refused(problem, mayPass);
      };
    } catch (Problem problem) {
      return new Landed.Refused(problem, problem.kind() == Problem.Kind.UNAVAILABLE);
    } catch (RuntimeException | Error bug) {
      return new Landed.Refused(Bugs.told(job.run().id(), bug), true);
    }
  }

  private static JournalAnswer answer(FlowCall call, Performed.Arrived arrived) {
    return new JournalAnswer(call.number(), call.name(), call.argumentsHash(), arrived.answer());
  }

  /// Waits for an answer and takes all in that are there. As long as many calls queue, some of
  /// their answers are gathered: each slice tells all calls that are open.
  private void landSome(BooleanSupplier leave) throws InterruptedException {
    int enough = 1 + queued.size() / 8;
    int taken = 0;
    do {
      Landed next = landed.take();
      land(next);
      taken += next instanceof Landed.News ? enough : 1;
      while (!landed.isEmpty()) {
        land(landed.take());
        taken++;
      }
      if (obstacle.isEmpty() && !leave.getAsBoolean()) {
        beginQueued();
      }
    } while (taken < enough && underWay > 0 && obstacle.isEmpty() && !leave.getAsBoolean());
    deliver();
  }

  private void land(Landed call) {
    switch (call) {
      case Landed.Answered(JournalAnswer answer, long place) -> {
        underWay--;
        ahead.put(place, answer);
      }
      case Landed.Outside(Optional<String> run) -> {
        underWay--;
        run.ifPresent(means::workOn);
      }
      case Landed.Refused refused -> {
        underWay--;
        if (obstacle.isEmpty()) {
          obstacle = Optional.of(refused);
        }
      }
      case Landed.News() -> catchUp();
    }
  }

  /// Gives the flow what arrived, in order. A place that is missing belongs to somebody else's
  /// answer, which is committed by now.
  private void deliver() {
    deliverAhead();
    if (!ahead.isEmpty()) {
      catchUp();
    }
  }

  private void deliverAhead() {
    ahead.keySet().removeIf(place -> place <= journal.size());
    JournalAnswer next;
    while ((next = ahead.remove(journal.size() + 1L)) != null) {
      journal.add(next);
    }
  }

  private void catchUp() {
    for (JournalStore.Entry entry : means.after(journal.size())) {
      if (entry.arrival().orElseThrow() == journal.size() + 1L) {
        journal.add(
            new JournalAnswer(
                entry.number(), entry.name(), entry.argumentsSha(), entry.answer().orElseThrow()));
      }
    }
    deliverAhead();
  }

  private void landAll() throws InterruptedException {
    while (underWay > 0) {
      land(landed.take());
    }
    deliver();
  }

  private static RunState stateOf(FlowResult result) {
    return switch (result.outcome()) {
      case RESULT -> RunState.RESULT;
      case CANT_SAY -> RunState.CANT_SAY;
    };
  }

  private static Rested stopped(Landed.Refused met, Outcomes soFar) {
    RunState state =
        switch (met.problem().kind()) {
          case BAD_INPUT, NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, CONFLICT, TOO_LARGE, FAILED ->
              RunState.FAILED;
          case TOO_MANY, OVER_BUDGET, NO_MODEL, PROVIDER_FAILED, UNAVAILABLE -> RunState.PARKED;
        };
    return new Rested(state, soFar, Optional.of(met.problem()), met.mayPass());
  }
}
