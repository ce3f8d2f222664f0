package dev.knowhow.run;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes how a run came to rest: it ends, waits, waits for a moment to try again, or is parked
/// with its reason. Thread-safe.
final class Resting {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.run");

  private final Database database;
  private final Timers timers;
  private final Retrying retrying;
  private final Ending ending;
  private final InstantSource clock;
  private final RunStore runs = new RunStore();
  private final StateStore states = new StateStore();

  Resting(Database database, Timers timers, Retrying retrying, Ending ending, InstantSource clock) {
    this.database = database;
    this.timers = timers;
    this.retrying = retrying;
    this.ending = ending;
    this.clock = clock;
  }

  /// Where a run rests.
  ///
  /// @param changed other runs that were answered or stopped by it
  record At(RunState state, List<String> changed) {}

  Retrying retrying() {
    return retrying;
  }

  /// Why a run can't be driven: it was taken up again and again and never came one answer further.
  ///
  /// @param drives how often it was taken up, this time counted
  Optional<Problem> poison(String id, int drives) {
    if (drives <= retrying.mostDrives()) {
      return Optional.empty();
    }
    LOG.error("run {} was taken up {} times and came no further; it is parked", id, drives - 1);
    return Optional.of(
        Problem.of(
            Problem.Kind.UNAVAILABLE,
            "This run was taken up "
                + (drives - 1)
                + " times and never came one answer further: each time the server stopped or met a"
                + " fault of its own.",
            "Nothing that was paid for is lost. The server's log says more; press “Try again” to"
                + " go on once more."));
  }

  /// Parks a run that can't be begun.
  RunState cantBegin(String id, Problem problem) {
    return database.write(handle ->
        states.park(handle, id, write(problem)) ? RunState.PARKED : runs.state(handle, id));
  }

  /// Writes how a run rested.
  ///
  /// @param seen how many answers its driver has given to the flow
  /// @return empty where an answer arrived meanwhile, so that the run has to be driven on
  Optional<At> rest(RunStore.Row run, RunDriver.Rested rested, long seen, String serverId) {
    return switch (rested.state()) {
      case RUNNING -> {
        database.write(handle -> {
          states.release(handle, run.id(), serverId);
          return true;
        });
        yield Optional.of(new At(RunState.RUNNING, List.of()));
      }
      case WAITING -> wait(run, rested, seen, new StateStore.Retry(Optional.empty(), 0));
      case PARKED -> {
        int tries = seen > run.attempts().answersThen() ? 0 : run.attempts().tries();
        Optional<Duration> wait = rested.mayPass() ? retrying.waitAfter(tries) : Optional.empty();
        yield wait.isPresent()
            ? wait(
                run,
                rested,
                seen,
                new StateStore.Retry(Optional.of(clock.instant().plus(wait.get())), tries + 1))
            : Optional.of(end(run, rested, tries));
      }
      case RESULT, CANT_SAY, FAILED, STOPPED -> Optional.of(end(run, rested, 0));
    };
  }

  private Optional<At> wait(
      RunStore.Row run, RunDriver.Rested rested, long seen, StateStore.Retry retry) {
    return database.write(handle -> {
      if (states.waits(
          handle,
          run.id(),
          seen,
          rested.outcomes().write(),
          rested.problem().map(Resting::write),
          retry)) {
        retry.at().ifPresent(at -> timers.again(handle, run.id(), retry.tries(), at));
        return Optional.of(new At(RunState.WAITING, List.of()));
      }
      RunState now = runs.state(handle, run.id());
      return now == RunState.RUNNING ? Optional.<At>empty() : Optional.of(new At(now, List.of()));
    });
  }

  private At end(RunStore.Row run, RunDriver.Rested rested, int tries) {
    RunState state = rested.state();
    Optional<Problem> problem = rested.problem().map(one -> tried(one, tries));
    Instant endedAt = state.ended() ? clock.instant() : null;
    Value answer = ending.answer(run, state, rested.outcomes(), problem);
    return database.write(handle -> {
      if (!states.rest(
          handle,
          run.id(),
          state,
          rested.outcomes().write(),
          problem.map(Resting::write),
          endedAt)) {
        return new At(runs.state(handle, run.id()), List.of());
      }
      return new At(state, state.ended() ? ending.ended(handle, run, answer) : List.of());
    });
  }

  private static Problem tried(Problem problem, int tries) {
    return tries == 0
        ? problem
        : Problem.at(
            problem.kind(),
            problem.where(),
            problem.what() + " It was tried " + (tries + 1) + " times over.",
            problem.hint());
  }

  static Value write(Problem problem) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("kind", Value.text(problem.kind().name()));
    fields.put("where", Value.text(problem.where()));
    fields.put("what", Value.text(problem.what()));
    fields.put("hint", Value.text(problem.hint()));
    return Value.fields(fields);
  }

  static Problem readProblem(Value value) {
    Value.Fields fields = value instanceof Value.Fields some ? some : Value.noFields();
    return Problem.at(
        Problem.Kind.valueOf(fields.get("kind").textOrEmpty()),
        fields.get("where").textOrEmpty(),
        fields.get("what").textOrEmpty(),
        fields.get("hint").textOrEmpty());
  }
}
