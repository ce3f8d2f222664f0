package dev.knowhow.eval;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks a template by executing it: each example must come out as it says, and each check must
/// catch the mistakes planted for it. Thread-safe.
public final class TemplateCheck {
  private static final String NEVER_SAY = "never say";

  private final Rehearsal rehearsal;
  private final Catching catching;

  /// A check that executes by rehearsals.
  public TemplateCheck(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
    this.catching = new Catching(rehearsal);
  }

  /// Executes all examples and all planted mistakes.
  ///
  /// @throws Problem with all faults when the steps do not compile
  public TemplateReport report(Definition definition) {
    return new TemplateReport(
        definition.examples().stream().map(example -> report(definition, example)).toList(),
        uncovered(definition));
  }

  private ExampleReport report(Definition definition, Example example) {
    List<Fault> faults = new ArrayList<>(holds(definition, example));
    boolean holds = faults.isEmpty();
    int caught = 0;
    for (PlantedMistake mistake : example.plantedMistakes()) {
      Optional<String> missed = catching.missedBecause(definition, example, mistake);
      missed.ifPresent(what -> faults.add(missed(example, mistake, what)));
      caught += missed.isEmpty() ? 1 : 0;
    }
    return new ExampleReport(
        example.id(), example.name(), holds, example.plantedMistakes().size(), caught, faults);
  }

  private List<Fault> holds(Definition definition, Example example) {
    CellOutcome outcome;
    try {
      outcome = Judging.of(definition.tool(), example, rehearsal.examine(definition, example));
    } catch (Problem problem) {
      if (!problem.faults().isEmpty()) {
        return problem.faults();
      }
      return List.of(fault(example, 1, problem.where(), problem.what(), problem.hint()));
    }
    return switch (outcome) {
      case CellOutcome.Failed failed ->
          failed.misses().stream().map(miss -> fault(example, miss)).toList();
      case CellOutcome.DidNotRun(String why, String hint) ->
          List.of(fault(example, 1, "", why, hint));
      case CellOutcome.Passed _,
          CellOutcome.Waits _,
          CellOutcome.UnderWay _,
          CellOutcome.NotTried _ ->
          List.of();
    };
  }

  private static Fault fault(Example example, Miss miss) {
    return switch (miss.of()) {
      case OUTCOME ->
          fault(
              example,
              1,
              "outcome",
              "found " + miss.found() + ", wanted " + miss.sentence(),
              "Correct the sample answers, or the outcome.");
      case HOLDS ->
          fault(
              example,
              example.holds().stream()
                  .filter(written -> written.text().equals(miss.sentence()))
                  .map(Written::line)
                  .findFirst()
                  .orElse(1),
              "holds",
              "“" + miss.sentence() + "” does not hold: " + miss.found(),
              "Correct the sample answers, or what must hold.");
      case CHECK ->
          fault(
              example,
              1,
              "answers",
              "the check “" + miss.sentence() + "” ended the run: " + miss.found(),
              "Correct the sample answers, or the check.");
    };
  }

  private static Fault missed(Example example, PlantedMistake mistake, String what) {
    return fault(
        example,
        mistake.in().line(),
        "planted mistakes",
        "the mistake in “"
            + mistake.in().text()
            + "” must be caught by “"
            + mistake.caughtBy().text()
            + "”, but "
            + what,
        "Plant a mistake that this check is for, or correct the check.");
  }

  private static List<Fault> uncovered(Definition definition) {
    Set<String> covered =
        definition.examples().stream()
            .flatMap(example -> example.plantedMistakes().stream())
            .map(mistake -> mistake.caughtBy().text())
            .collect(Collectors.toSet());
    Stream<Written> neverSay =
        definition.house().neverSay().isEmpty()
            ? Stream.empty()
            : Stream.of(new Written(NEVER_SAY, "tool.yaml", 1));
    return Stream.concat(definition.tool().checks().stream(), neverSay)
        .filter(check -> !covered.contains(check.text()))
        .map(check ->
            Fault.at(
                check.file(),
                check.line(),
                "check",
                "no example plants a mistake that “" + check.text() + "” must catch",
                "A check without one proves nothing: add a planted mistake to an example."))
        .distinct()
        .toList();
  }

  private static Fault fault(Example example, int line, String where, String what, String hint) {
    return Fault.at(example.file(), line, where, what, hint);
  }
}
