package dev.knowhow.eval;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.eval.CellOutcome.DidNotRun;
import dev.knowhow.flow.Slice;
import dev.knowhow.ledger.PurseSpend;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunListener;
import dev.knowhow.run.RunState;
import dev.knowhow.run.TrialRuns.Standing;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ToolVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done with the cells of one trial, each thing written before it returns. Thread-safe but
/// for [#affords], which belongs to the driver's thread.
final class TrialDesk {
  private static final Logger LOG = LoggerFactory.getLogger("dev.knowhow.eval");

  private final Trials.Rooms rooms;
  private final TrialStore.Trial trial;
  private final Runnable changed;
  private final TrialStore trials = new TrialStore();
  private final CellStore cells = new CellStore();
  private final Map<CellStore.Cell, Optional<CostRange>> estimates = new HashMap<>();

  /// @param changed is told after each change of the table
  TrialDesk(Trials.Rooms rooms, TrialStore.Trial trial, Runnable changed) {
    this.rooms = rooms;
    this.trial = trial;
    this.changed = changed;
  }

  /// Whether a live cell may be begun with what the cap has left.
  enum Affords {
    YES,
    /// It may be too much together with what is under way.
    NOT_BESIDE_OTHERS,
    NO
  }

  /// The cells without an outcome, column by column.
  List<TrialCell> open() {
    List<TrialCell> open = new ArrayList<>();
    List<CellStore.Column> columns =
        rooms.database().read(handle -> cells.columns(handle, trial.id()));
    for (CellStore.Cell cell : rooms.database().read(handle -> cells.cells(handle, trial.id()))) {
      if (cell.tally().isEmpty()) {
        CellStore.Column column = columns.get(cell.column());
        ToolVersion version = rooms.tools().versionOfRun(trial.toolId(), column.executed());
        open.add(
            new TrialCell(
                cell,
                column.column().isLive(),
                version,
                example(version, cell.example()),
                cell.runId(),
                Optional.empty()));
      }
    }
    return open;
  }

  private static Example example(ToolVersion version, String id) {
    return version.examples().stream()
        .filter(example -> example.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the snapshot lacks the example " + id));
  }

  TrialState state() {
    return rooms.database().read(handle -> trials.find(handle, trial.id())).orElseThrow().state();
  }

  /// Ends the trial if it is still running and every cell has its outcome.
  boolean done() {
    boolean done =
        rooms
            .database()
            .write(handle -> {
              CellStore.Counts counts = cells.counts(handle, trial.id());
              return counts.done() == counts.cells()
                  && trials.close(handle, trial.id(), TrialState.RUNNING, TrialState.DONE, now())
                  && trials.rest(handle, trial.id(), TrialState.DONE);
            });
    changed.run();
    return done;
  }

  /// Nothing is to be done in this state any more; says whether it still is the trial's.
  boolean rests(TrialState state) {
    boolean rests =
        rooms
            .database()
            .write(handle -> {
              if (state == TrialState.CANCELLED) {
                trials.close(handle, trial.id(), state, state, now());
              }
              return trials.rest(handle, trial.id(), state);
            });
    changed.run();
    return rests;
  }

  /// Executes a cell with its sample answers and writes its outcome.
  void rehearse(TrialCell cell) {
    Instant began = now();
    CellOutcome outcome;
    try {
      Slice end = rooms.rehearsal().examine(cell.version().definition(), cell.example());
      outcome = Judging.of(cell.version().tool(), cell.example(), end);
    } catch (Problem problem) {
      outcome = didNotRun(problem);
    } catch (RuntimeException bug) {
      outcome = bug(cell, bug);
    }
    write(cell, Tally.free(outcome, Duration.between(began, now())));
  }

  /// Starts the run of a live cell; where it can't be started, that is its outcome.
  Optional<TrialCell> start(TrialCell cell) {
    try {
      String run =
          rooms
              .runs()
              .ofTrials()
              .start(
                  actor(),
                  cell.version(),
                  cell.example(),
                  (handle, id) -> {
                    if (!cells.begin(handle, trial.id(), cell.row(), id)) {
                      throw new IllegalStateException("the cell is tried already: " + cell.row());
                    }
                    rooms.purses().pay(handle, id, trial.id());
                  });
      changed.run();
      return Optional.of(cell.triedBy(run));
    } catch (Problem problem) {
      write(cell, Tally.free(didNotRun(problem), Duration.ZERO));
      return Optional.empty();
    }
  }

  TrialCell listening(TrialCell cell, RunListener listener) {
    return cell.hearing(rooms.runs().listen(cell.run(), listener));
  }

  Standing standing(TrialCell cell) {
    return rooms.runs().ofTrials().standing(cell.run());
  }

  void goOn(TrialCell cell) {
    rooms.runs().goOn(actor(), cell.run());
  }

  /// Judges a run that has ended and writes its outcome; says whether that could be done now.
  boolean ended(TrialCell cell, Standing standing) {
    CellOutcome outcome;
    if (standing.state() == RunState.STOPPED) {
      outcome = new DidNotRun("The run was stopped by a person.", "");
    } else {
      try {
        Slice end = rooms.runs().ofTrials().examine(cell.run(), cell.example());
        if (end instanceof Slice.Failed failed && failed.fault().mayPass()) {
          return false;
        }
        outcome = Judging.of(cell.version().tool(), cell.example(), end);
      } catch (Problem problem) {
        outcome = didNotRun(problem);
      }
    }
    if (outcome instanceof DidNotRun) {
      outcome = standing.problem().<CellOutcome>map(TrialDesk::didNotRun).orElse(outcome);
    }
    write(cell, tally(outcome, standing));
    return true;
  }

  /// Stops the run of a cell and writes why.
  void giveUp(TrialCell cell, CellOutcome outcome) {
    rooms.runs().stop(actor(), cell.run());
    write(cell, tally(outcome, standing(cell)));
  }

  /// Writes why a cell is not begun.
  void notTried(TrialCell cell, String why) {
    write(cell, Tally.free(new CellOutcome.NotTried(why), Duration.ZERO));
  }

  /// Whether the cap has enough left to begin a cell, by what it is expected to cost; where that is
  /// not known, only the cap itself says.
  ///
  /// @param live the cells under way
  Affords affords(TrialCell cell, List<TrialCell> live) {
    PurseSpend purse = rooms.purses().of(trial.id());
    Money expected = estimate(cell).map(CostRange::high).orElse(Money.ZERO);
    for (TrialCell other : live) {
      Money high = estimate(other).map(CostRange::high).orElse(Money.ZERO);
      expected = expected.plus(high.lessAtMost(standing(other).cost()));
    }
    if (purse.spent().plus(expected).compareTo(purse.cap()) <= 0) {
      return Affords.YES;
    }
    if (!live.isEmpty()) {
      return Affords.NOT_BESIDE_OTHERS;
    }
    Money least = estimate(cell).map(CostRange::low).orElse(Money.ZERO);
    return least.compareTo(purse.left()) <= 0 ? Affords.YES : Affords.NO;
  }

  /// Why a cell is not begun.
  String tooLittle(TrialCell cell) {
    PurseSpend purse = rooms.purses().of(trial.id());
    return purse.spent().shown()
        + " of "
        + purse.cap().shown()
        + " is spent, and this example is expected to cost at least "
        + estimate(cell).map(CostRange::low).orElse(Money.ZERO).shown()
        + ".";
  }

  private Optional<CostRange> estimate(TrialCell cell) {
    return estimates.computeIfAbsent(
        cell.row(),
        _ -> rooms.estimates().of(cell.version().definition(), cell.example().inputs()));
  }

  private Actor actor() {
    return new Actor(trial.personId(), trial.personName(), Role.BUILDER); // as who started it
  }

  private static Tally tally(CellOutcome outcome, Standing standing) {
    return new Tally(
        outcome, standing.cost(), standing.tokens(), standing.took(), standing.models());
  }

  private static DidNotRun didNotRun(Problem problem) {
    return new DidNotRun(
        problem.what(),
        problem.faults().isEmpty() ? problem.hint() : problem.faults().getFirst().toString());
  }

  private static DidNotRun bug(TrialCell cell, RuntimeException bug) {
    LOG.error("example {} can't be executed", cell.example().id(), bug);
    return new DidNotRun(
        "This server met a fault of its own.", "Its log says more; the other examples go on.");
  }

  private void write(TrialCell cell, Tally tally) {
    rooms
        .database()
        .write(handle -> {
          cells.end(handle, trial.id(), cell.row(), tally, now());
          return true;
        });
    changed.run();
  }

  private Instant now() {
    return Instant.ofEpochMilli(rooms.clock().millis());
  }
}
