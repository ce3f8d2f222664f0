package dev.knowhow.eval;

import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Outcome;
import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

  /// A check that executes by rehearsals.
  public TemplateCheck(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
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
      Optional<Fault> missed = missed(definition, example, mistake);
      missed.ifPresent(faults::add);
      caught += missed.isEmpty() ? 1 : 0;
    }
    return new ExampleReport(
        example.id(), example.name(), holds, example.plantedMistakes().size(), caught, faults);
  }

  private List<Fault> holds(Definition definition, Example example) {
    Slice end;
    try {
      end = rehearse(WithHolds.atTheEnd(definition, example), example);
      Optional<String> endedBy = endedEarlyBy(end);
      if (endedBy.isPresent() && !example.holds().isEmpty()) {
        end = rehearse(WithHolds.before(definition, example, endedBy.get()), example);
      }
    } catch (Problem problem) {
      if (!problem.faults().isEmpty()) {
        return problem.faults();
      }
      return List.of(fault(example, 1, problem.where(), problem.what(), problem.hint()));
    }
    return switch (end) {
      case Slice.Done(FlowResult result, _) -> outcome(example, result);
      case Slice.Failed(FlowFault failed, List<TraceEntry> trace) ->
          List.of(failed(example, failed, trace));
      case Slice.Waiting _ ->
          List.of(fault(example, 1, "", "the flow did not end", "Look for a loop without an end."));
    };
  }

  private Slice rehearse(Definition definition, Example example) {
    return rehearsal.rehearse(definition, example.inputs(), example.answers()).end();
  }

  /// The choice that ended a flow before its end, where one did.
  private static Optional<String> endedEarlyBy(Slice end) {
    if (!(end instanceof Slice.Done(FlowResult result, List<TraceEntry> trace))
        || result.outcome() != FlowResult.Outcome.CANT_SAY) {
      return Optional.empty();
    }
    return trace.stream()
        .filter(entry -> entry.kind() == TraceEntry.Kind.CHOSE)
        .reduce((_, last) -> last)
        .map(TraceEntry::step);
  }

  private static List<Fault> outcome(Example example, FlowResult result) {
    String found =
        switch (result.outcome()) {
          case RESULT -> Outcome.RESULT.words();
          case CANT_SAY -> Outcome.CANT_SAY.words() + " (" + result.because() + ")";
        };
    boolean same =
        switch (result.outcome()) {
          case RESULT -> example.outcome() == Outcome.RESULT;
          case CANT_SAY -> example.outcome() == Outcome.CANT_SAY;
        };
    return same
        ? List.of()
        : List.of(
            fault(
                example,
                1,
                "outcome",
                "found " + found + ", wanted " + example.outcome().words(),
                "Correct the sample answers, or the outcome."));
  }

  private static Fault failed(Example example, FlowFault failed, List<TraceEntry> trace) {
    String why =
        trace.stream()
            .filter(entry -> entry.verdict() == TraceEntry.Verdict.FAILED)
            .reduce((_, last) -> last)
            .map(entry ->
                " ("
                    + entry.details().get("found").textOrEmpty()
                    + "; wanted: "
                    + entry.details().get("wanted").textOrEmpty()
                    + ")")
            .orElse("");
    boolean mustHold = failed.step().equals(WithHolds.STEP);
    int line =
        example.holds().stream()
            .filter(written -> mustHold && written.text().equals(failed.sentence()))
            .map(Written::line)
            .findFirst()
            .orElse(1);
    return fault(
        example,
        line,
        mustHold ? "holds" : failed.step(),
        (failed.sentence().isEmpty() ? "" : "“" + failed.sentence() + "” does not hold: ")
            + failed.what()
            + why,
        failed.hint());
  }

  private Optional<Fault> missed(Definition definition, Example example, PlantedMistake mistake) {
    Slice end;
    try {
      end =
          rehearsal
              .rehearse(definition, example.inputs(), Spoiling.plant(example.answers(), mistake))
              .end();
    } catch (Problem problem) {
      return Optional.of(missed(example, mistake, problem.what()));
    }
    Set<String> caughtBy =
        end.trace().stream()
            .filter(entry -> entry.verdict() == TraceEntry.Verdict.FAILED)
            .map(TraceEntry::words)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    boolean stopped =
        end instanceof Slice.Failed(FlowFault fault, _)
            && (fault.kind() == FlowFault.Kind.CHECK_FAILED
                || fault.kind() == FlowFault.Kind.NOT_REVIEWED);
    if (stopped && caughtBy.contains(mistake.caughtBy().text())) {
      return Optional.empty();
    }
    return Optional.of(
        missed(
            example,
            mistake,
            stopped
                ? "it was caught by “" + String.join("”, “", caughtBy) + "” instead"
                : "no check stopped the run" + ending(end)));
  }

  private static String ending(Slice end) {
    return end instanceof Slice.Failed(FlowFault fault, _) ? ", but: " + fault.what() : "";
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
