package dev.knowhow.run;

import dev.knowhow.price.Money;
import java.util.List;
import java.util.Optional;

/// A run beside the run that it was made from.
///
/// @param runId the run
/// @param fromId the run that it was made from
/// @param state where the run stands
/// @param fromState where the other one stands
/// @param results each named result that either of them has
/// @param steps each step with a call that either of them made, in order
/// @param cost what the run cost; what was kept cost nothing
/// @param fromCost what the other one cost
public record Compared(
    String runId,
    String fromId,
    RunState state,
    RunState fromState,
    List<Part> results,
    List<Part> steps,
    Money cost,
    Money fromCost) {

  /// Copies the lists.
  public Compared {
    results = List.copyOf(results);
    steps = List.copyOf(steps);
  }

  /// Whether every result is the same.
  public boolean sameResults() {
    return state == fromState && results.stream().allMatch(Part::same);
  }

  /// One result or one step's answer in both.
  ///
  /// @param name the result's name, or the step's id
  /// @param lane which row of which list the step was done for, or empty
  /// @param label its words on the page
  /// @param was its text in the other run; empty where that has none
  /// @param now its text in the run; empty where it has none
  /// @param kept whether the answer was taken over and not asked for again; never for a result
  public record Part(
      String name,
      String lane,
      String label,
      Optional<String> was,
      Optional<String> now,
      boolean kept) {

    /// Whether both are equal.
    public boolean same() {
      return was.equals(now);
    }
  }
}
