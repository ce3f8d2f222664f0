package dev.knowhow.run;

import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.problem.Problem;
import java.util.Comparator;
import java.util.List;

/// Looks whether a journal is what was written: its answers in one unbroken order, each with the
/// seal of its content.
final class Journals {
  private Journals() {}

  /// The answers of a journal in the order in which they arrived.
  ///
  /// @throws Problem of kind `FAILED` that names the first entry that is missing or was changed
  static List<JournalAnswer> answers(RunStore.Row run, List<JournalStore.Entry> entries) {
    List<JournalStore.Entry> arrived =
        entries.stream()
            .filter(entry -> entry.arrival().isPresent())
            .sorted(Comparator.comparing(entry -> entry.arrival().orElseThrow()))
            .toList();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).number() != i + 1) {
        throw broken("Call " + (i + 1) + " is missing from the journal.");
      }
    }
    for (int i = 0; i < arrived.size(); i++) {
      JournalStore.Entry entry = arrived.get(i);
      if (entry.arrival().orElseThrow() != i + 1L) {
        throw broken("Answer " + (i + 1) + " is missing from the journal.");
      }
      if (entry.answer().isEmpty()) {
        throw broken("The answer to call " + entry.number() + " is missing from the journal.");
      }
      if (!entry.isWhole()) {
        throw Problem.at(
            Problem.Kind.FAILED,
            entry.step(),
            "Call " + entry.number() + " of the journal was changed after it was written.",
            "What this run learned can't be trusted. Start it again with the same inputs.");
      }
    }
    if (arrived.size() != run.answers()) {
      throw broken(
          "The journal has "
              + arrived.size()
              + " answers, and "
              + run.answers()
              + " were written.");
    }
    return arrived.stream()
        .map(entry ->
            new JournalAnswer(
                entry.number(), entry.name(), entry.argumentsSha(), entry.answer().orElseThrow()))
        .toList();
  }

  private static Problem broken(String what) {
    return Problem.of(
        Problem.Kind.FAILED,
        what,
        "The journal of this run is cut. Restore the database from a backup, or start the run"
            + " again with the same inputs.");
  }
}
