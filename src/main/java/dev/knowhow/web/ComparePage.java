package dev.knowhow.web;

import java.util.List;

/// A run beside the one that it was made from.
///
/// @param words what was to be different
/// @param live whether the run still goes on
/// @param verdict whether the results differ, in a sentence
/// @param costs what each of them cost
record ComparePage(
    Frame frame,
    String runId,
    String fromId,
    String tool,
    String words,
    boolean live,
    String verdict,
    Costs costs,
    List<Apart> results,
    List<Apart> steps) {

  /// Copies the lists.
  ComparePage {
    results = List.copyOf(results);
    steps = List.copyOf(steps);
  }

  /// What two runs cost and where they stand.
  record Costs(String was, String now, String stateWas, String stateNow) {}
}
