package dev.knowhow.eval;

import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.PlantedMistake;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sees whether checks catch mistakes, by executing examples with one answer spoiled. Thread-safe.
final class Catching {
  private final Rehearsal rehearsal;

  Catching(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /// Why the check that a mistake names did not catch it, as the end of a sentence; empty where it
  /// did.
  Optional<String> missedBecause(Definition definition, Example example, PlantedMistake mistake) {
    Slice end;
    try {
      end =
          rehearsal
              .rehearse(definition, example.inputs(), Spoiling.plant(example.answers(), mistake))
              .end();
    } catch (Problem problem) {
      return Optional.of(problem.what());
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
        stopped
            ? "it was caught by “" + String.join("”, “", caughtBy) + "” instead"
            : "no check stopped the run" + ending(end));
  }

  private static String ending(Slice end) {
    return end instanceof Slice.Failed(FlowFault fault, _) ? ", but: " + fault.what() : "";
  }
}
