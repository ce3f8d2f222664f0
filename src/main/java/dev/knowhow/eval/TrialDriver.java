package dev.knowhow.eval;

import dev.knowhow.ledger.Budget;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunEvent;
import dev.knowhow.run.TrialRuns.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Drives one trial from where its table stands until nothing is to be done: begins cells, sees
/// their runs end, writes their outcomes. One thread; what it knows is on the disk too, so that
/// another one can go on at any moment.
///
/// A run that the cap refuses is held back as long as others may leave it some money. It is refused
/// for good only when it was tried alone, and then nothing live is begun any more.
final class TrialDriver {
  private static final int LIVE_AT_ONCE = 4;
  private static final int SAMPLES_AT_ONCE = 2;
  private static final long LOOK_AGAIN_SECONDS = 2;

  private final TrialDesk desk;
  private final BooleanSupplier leave;
  private final List<TrialCell> waiting = new ArrayList<>();
  private final List<TrialCell> live = new ArrayList<>();
  private final List<TrialCell> heldBack = new ArrayList<>();
  private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
  private final AtomicInteger samples = new AtomicInteger();
  private Optional<TrialCell> alone = Optional.empty();
  private Optional<String> refused = Optional.empty();

  TrialDriver(TrialDesk desk, BooleanSupplier leave) {
    this.desk = desk;
    this.leave = leave;
  }

  /// Something may have changed: look again.
  void poke() {
    news.add("look");
  }

  /// Drives the trial.
  void drive() throws InterruptedException {
    for (TrialCell cell : desk.open()) {
      if (cell.runId().isPresent()) {
        follow(cell);
      } else {
        waiting.add(cell);
      }
    }
    try {
      while (!leave.getAsBoolean() && step()) {
        news.poll(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
        news.clear();
      }
    } finally {
      live.forEach(TrialCell::close);
      while (samples.get() > 0) {
        news.poll(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /// Does what can be done now, and says whether there will be more to do.
  private boolean step() {
    TrialState state = desk.state();
    lookAtRuns();
    switch (state) {
      case CANCELLED -> {
        List<TrialCell> all = new ArrayList<>(live);
        all.addAll(heldBack);
        all.forEach(this::cancel);
        waiting.forEach(cell -> desk.notTried(cell, "The trial was cancelled."));
        waiting.clear();
      }
      case RUNNING -> {
        begin();
        goOnAlone();
      }
      case PAUSED, DONE -> {}
    }
    boolean idle = live.isEmpty() && samples.get() == 0;
    return !idle || !atRest(state);
  }

  /// Whether nothing is to be done in this state any more.
  private boolean atRest(TrialState state) {
    return switch (state) {
      case RUNNING -> waiting.isEmpty() && heldBack.isEmpty() && desk.done();
      case PAUSED, CANCELLED, DONE -> desk.rests(state);
    };
  }

  private void lookAtRuns() {
    for (TrialCell cell : List.copyOf(live)) {
      Standing standing = desk.standing(cell);
      switch (standing.state()) {
        case RUNNING, WAITING -> {}
        case PARKED -> parked(cell, standing);
        case RESULT, CANT_SAY, FAILED, STOPPED -> {
          if (desk.ended(cell, standing)) {
            forget(cell);
          }
        }
      }
    }
  }

  private void parked(TrialCell cell, Standing standing) {
    Problem problem = standing.problem().orElseThrow();
    boolean ownBudget = Budget.RUN.refused(problem);
    if (problem.kind() != Problem.Kind.OVER_BUDGET || ownBudget) {
      desk.giveUp(cell, new CellOutcome.DidNotRun(problem.what(), problem.hint()));
      forget(cell);
    } else if (alone.filter(cell::equals).isPresent()) {
      refused = Optional.of(problem.what());
      desk.giveUp(cell, new CellOutcome.NotTried(capReached(problem.what())));
      forget(cell);
    } else {
      live.remove(cell);
      heldBack.add(cell);
    }
  }

  private static String capReached(String what) {
    return "The cap is reached. " + what;
  }

  private void forget(TrialCell cell) {
    cell.close();
    live.remove(cell);
    alone = alone.filter(one -> !one.equals(cell));
  }

  private void cancel(TrialCell cell) {
    desk.giveUp(cell, new CellOutcome.NotTried("The trial was cancelled while this ran."));
    forget(cell);
    heldBack.remove(cell);
  }

  private void begin() {
    for (TrialCell cell : List.copyOf(waiting)) {
      if (!cell.live()) {
        beginSample(cell);
      } else if (refused.isPresent()) {
        desk.notTried(cell, capReached(refused.get()));
        waiting.remove(cell);
      } else if (alone.isEmpty() && heldBack.isEmpty() && live.size() < LIVE_AT_ONCE) {
        beginLive(cell);
      }
    }
  }

  private void beginSample(TrialCell cell) {
    if (samples.get() >= SAMPLES_AT_ONCE) {
      return;
    }
    samples.incrementAndGet();
    waiting.remove(cell);
    Thread.ofVirtual()
        .name("trial-sample")
        .start(() -> {
          try {
            desk.rehearse(cell);
          } finally {
            samples.decrementAndGet();
            poke();
          }
        });
  }

  private void beginLive(TrialCell cell) {
    switch (desk.affords(cell, live)) {
      case YES -> {
        waiting.remove(cell);
        desk.start(cell).ifPresent(this::follow);
      }
      case NOT_BESIDE_OTHERS -> {}
      case NO -> {
        refused = Optional.of(desk.tooLittle(cell));
        desk.notTried(cell, capReached(refused.get()));
        waiting.remove(cell);
      }
    }
  }

  /// When nothing else is under way, what was held back is tried with all that is left.
  private void goOnAlone() {
    if (live.isEmpty() && !heldBack.isEmpty()) {
      TrialCell next = heldBack.removeFirst();
      alone = Optional.of(next);
      live.add(next);
      desk.goOn(next);
    }
  }

  private void follow(TrialCell cell) {
    live.add(
        desk.listening(
            cell,
            event -> {
              if (event instanceof RunEvent.Rested) {
                poke();
              }
            }));
  }
}
