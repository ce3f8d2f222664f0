package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.flow.Turn;
import dev.knowhow.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/// Drives one run from where its journal ends until it rests: slice, perform what the slice waits
/// for, slice again. One thread, used once.
final class RunDriver {
  private final RunStore.Row run;
  private final Prepared prepared;
  private final Flows flows;
  private final CallDesk desk;
  private final Live live;
  private final Executor threads;

  private final List<JournalAnswer> journal = new ArrayList<>();
  private final Map<Long, JournalAnswer> ahead = new TreeMap<>();
  private final Set<Integer> underWay = new HashSet<>();
  private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
  private Optional<Problem> obstacle = Optional.empty();

  RunDriver(
      RunStore.Row run,
      Prepared prepared,
      Flows flows,
      CallDesk desk,
      Live live,
      Executor threads) {
    this.run = run;
    this.prepared = prepared;
    this.flows = flows;
    this.desk = desk;
    this.live = live;
    this.threads = threads;
  }

  /// How a drive ended.
  ///
  /// @param state where the run rests; [RunState#RUNNING] when it was left to be continued later
  record Rested(RunState state, Outcomes outcomes, Optional<Problem> problem) {}

  /// A call that came back.
  private sealed interface Landed {
    int number();

    record Answered(JournalAnswer answer, long place) implements Landed {
      @Override
      public int number() {
        return answer.number();
      }
    }

    record Refused(int number, Problem problem) implements Landed {}
  }

  /// Drives the run.
  ///
  /// @param answered the answers that the journal holds, in their order of arrival
  /// @param leave asked before anything new is begun: whether to leave the run where it stands
  Rested drive(List<JournalAnswer> answered, BooleanSupplier leave) throws InterruptedException {
    journal.addAll(answered);
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
              Optional.of(fault.problem()));
        }
        case Slice.Waiting(List<FlowCall> calls, List<TraceEntry> trace) -> {
          if (obstacle.isPresent() || leave.getAsBoolean()) {
            landAll();
            return new Rested(
                obstacle.map(RunDriver::stateOf).orElse(RunState.RUNNING),
                new Outcomes(Optional.empty(), trace),
                obstacle);
          }
          calls.forEach(this::begin);
          land(landed.take());
          while (!landed.isEmpty()) {
            land(landed.take());
          }
        }
      }
    }
  }

  private Slice slice() {
    return flows.slice(
        new SliceRequest(
            prepared.program(),
            run.inputs(),
            prepared.knowledgeTexts(),
            run.startedAt(),
            run.seed(),
            journal,
            run.id(),
            Turn.person(run.toolId())));
  }

  private void begin(FlowCall call) {
    if (!underWay.add(call.number())) {
      return;
    }
    threads.execute(() -> landed.add(perform(call)));
  }

  private Landed perform(FlowCall call) {
    try {
      CallDesk.Arrived arrived = desk.perform(run, prepared, call, live);
      return new Landed.Answered(
          new JournalAnswer(call.number(), call.name(), call.argumentsHash(), arrived.answer()),
          arrived.place());
    } catch (Problem problem) {
      return new Landed.Refused(call.number(), problem);
    } catch (RuntimeException | Error bug) {
      return new Landed.Refused(call.number(), Bugs.told(run.id(), bug));
    }
  }

  /// Takes an answer in. Answers reach the flow in the order in which the database has them, even
  /// when the threads that performed them come back in another.
  private void land(Landed call) {
    underWay.remove(call.number());
    switch (call) {
      case Landed.Refused(int _, Problem problem) -> {
        if (obstacle.isEmpty()) {
          obstacle = Optional.of(problem);
        }
      }
      case Landed.Answered(JournalAnswer answer, long place) -> {
        ahead.put(place, answer);
        JournalAnswer next;
        while ((next = ahead.remove(journal.size() + 1L)) != null) {
          journal.add(next);
        }
      }
    }
  }

  private void landAll() throws InterruptedException {
    while (!underWay.isEmpty()) {
      land(landed.take());
    }
  }

  private static RunState stateOf(FlowResult result) {
    return switch (result.outcome()) {
      case RESULT -> RunState.RESULT;
      case CANT_SAY -> RunState.CANT_SAY;
    };
  }

  private static RunState stateOf(Problem problem) {
    return switch (problem.kind()) {
      case BAD_INPUT, NOT_SIGNED_IN, NOT_ALLOWED, NOT_FOUND, CONFLICT, TOO_LARGE, FAILED ->
          RunState.FAILED;
      case TOO_MANY, OVER_BUDGET, NO_MODEL, PROVIDER_FAILED, UNAVAILABLE -> RunState.PARKED;
    };
  }
}
