package dev.knowhow.eval;

import dev.knowhow.account.Actor;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ToolVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the tables of new trials: which examples, and what each column executes. Thread-safe.
final class Planning {
  private static final int MOST_COLUMNS = 10;
  private static final int LONGEST_WORDS = 200;

  private final Trials.Rooms rooms;
  private final Variants variants;
  private final TrialViews views;
  private final TrialStore trials = new TrialStore();
  private final CellStore cells = new CellStore();

  Planning(Trials.Rooms rooms, TrialViews views) {
    this.rooms = rooms;
    this.variants = new Variants(rooms.tools(), rooms.reader());
    this.views = views;
  }

  /// A table as it is wanted.
  private record Plan(List<Example> examples, List<Planned> columns) {}

  /// A column with what it executes.
  private record Planned(TrialColumn column, ToolVersion chosen, Variants.Variant variant) {}

  /// Writes a trial, and opens the purse from which its live runs are paid.
  String write(Actor actor, NewTrial wanted) {
    Plan plan = plan(actor, wanted);
    boolean live = wanted.columns().stream().anyMatch(TrialColumn::isLive);
    if (live && wanted.cap().isEmpty()) {
      throw bad("The trial costs money and has no cap.", "Say what it may cost at most.");
    }
    TrialStore.Trial trial =
        new TrialStore.Trial(
            rooms.ids().get(),
            wanted.toolId(),
            cut(wanted.about()),
            actor.personId(),
            actor.name(),
            TrialState.RUNNING,
            live ? wanted.cap() : Optional.empty(),
            Instant.ofEpochMilli(rooms.clock().millis()),
            Optional.empty());
    return rooms
        .database()
        .write(handle -> {
          trials.insert(handle, trial);
          trial.cap().ifPresent(cap -> rooms.purses().open(handle, trial.id(), cap));
          for (int number = 0; number < plan.columns().size(); number++) {
            Planned planned = plan.columns().get(number);
            ToolVersion executed = planned.variant().version();
            cells.insert(
                handle,
                trial.id(),
                new CellStore.Column(number, planned.column(), executed.number()),
                planned.chosen().sha256());
            for (CellStore.Cell cell : cells(number, planned, plan.examples())) {
              cells.insert(handle, trial.id(), cell);
            }
          }
          return trial.id();
        });
  }

  /// What the live columns are expected to cost; an example that can't be read costs nothing.
  Optional<CostRange> estimate(Actor actor, NewTrial wanted) {
    Plan plan = plan(actor, wanted);
    Optional<CostRange> all = Optional.empty();
    for (Planned planned : plan.columns()) {
      if (planned.column().isLive()) {
        for (Example example : plan.examples()) {
          Optional<CostRange> one =
              rooms.estimates().of(planned.variant().version().definition(), example.inputs());
          if (one.isEmpty()) {
            return Optional.empty();
          }
          all = Optional.of(sum(all.orElse(new CostRange(Money.ZERO, Money.ZERO)), one.get()));
        }
      }
    }
    return all;
  }

  private static CostRange sum(CostRange one, CostRange other) {
    return new CostRange(one.low().plus(other.low()), one.high().plus(other.high()));
  }

  private Plan plan(Actor actor, NewTrial wanted) {
    actor.mustBuild("try examples");
    if (wanted.columns().isEmpty() || wanted.columns().size() > MOST_COLUMNS) {
      throw bad(
          "A trial has from 1 to "
              + MOST_COLUMNS
              + " columns, not "
              + wanted.columns().size()
              + ".",
          "Choose the versions or models to compare.");
    }
    ToolVersion examplesOf = rooms.tools().version(actor, wanted.toolId(), wanted.examplesOf());
    List<Planned> columns = new ArrayList<>();
    for (TrialColumn column : wanted.columns()) {
      ToolVersion chosen = rooms.tools().version(actor, wanted.toolId(), column.version());
      TrialColumn named =
          new TrialColumn(cut(column.label()), column.version(), column.answers(), column.tiers());
      columns.add(new Planned(named, chosen, variants.of(actor, chosen, examplesOf, column)));
    }
    return new Plan(chosen(wanted, examplesOf), columns);
  }

  private List<Example> chosen(NewTrial wanted, ToolVersion examplesOf) {
    List<String> ids =
        switch (wanted.which()) {
          case NewTrial.Which.All() -> examplesOf.examples().stream().map(Example::id).toList();
          case NewTrial.Which.Only(List<String> some) -> some.stream().distinct().toList();
          case NewTrial.Which.NotPassedIn(String trialId) ->
              notPassed(wanted.toolId(), trialId, examplesOf);
        };
    if (ids.isEmpty()) {
      throw bad("There is no example to try.", "Add one, or choose others.");
    }
    return ids.stream().map(id -> example(examplesOf, id)).toList();
  }

  private List<String> notPassed(String toolId, String trialId, ToolVersion examplesOf) {
    TrialStore.Trial earlier =
        rooms
            .database()
            .read(handle -> trials.find(handle, trialId))
            .filter(trial -> trial.toolId().equals(toolId))
            .orElseThrow(Trials::noSuchTrial);
    List<String> failed = views.of(earlier).notPassed();
    return examplesOf.examples().stream().map(Example::id).filter(failed::contains).toList();
  }

  private static Example example(ToolVersion version, String id) {
    return version.examples().stream()
        .filter(example -> example.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "The tool has no example “" + id + "”.",
                "Choose one of its examples."));
  }

  private static List<CellStore.Cell> cells(int number, Planned planned, List<Example> examples) {
    List<CellStore.Cell> all = new ArrayList<>();
    for (Example example : examples) {
      Optional<Tally> unread =
          Optional.ofNullable(planned.variant().unread().get(example.id()))
              .map(fault ->
                  Tally.free(
                      new CellOutcome.NotTried(
                          "This version can't take the example: " + fault + "."),
                      Duration.ZERO));
      all.add(
          new CellStore.Cell(
              number, all.size(), example.id(), example.name(), Optional.empty(), unread));
    }
    return all;
  }

  private static String cut(String words) {
    return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
  }

  private static Problem bad(String what, String hint) {
    return Problem.of(Problem.Kind.BAD_INPUT, what, hint);
  }
}
