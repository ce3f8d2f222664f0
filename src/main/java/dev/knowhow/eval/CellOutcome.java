package dev.knowhow.eval;

import dev.knowhow.tool.Outcome;
import java.util.List;
import java.util.Optional;

/// What came of one example in one column of a trial.
public sealed interface CellOutcome {

  /// It was not begun yet.
  record Waits() implements CellOutcome {}

  /// It is being executed.
  ///
  /// @param words what holds it up, as a sentence, or empty
  record UnderWay(String words) implements CellOutcome {}

  /// It ended as the example wants, and everything that must hold does.
  record Passed(Ended ended) implements CellOutcome {}

  /// It ended, and something is not what the example wants; or a check of the tool ended it.
  ///
  /// @param ended how it ended; empty where a check did not let it end
  record Failed(Optional<Ended> ended, List<Miss> misses) implements CellOutcome {
    /// Copies the list.
    public Failed {
      misses = List.copyOf(misses);
    }
  }

  /// It could not be executed, which says nothing about the tool's answers.
  ///
  /// @param why why not, as a sentence
  /// @param hint what to do, as a sentence, or empty
  record DidNotRun(String why, String hint) implements CellOutcome {}

  /// It was not tried to its end: the cap was reached, or the trial was cancelled.
  ///
  /// @param why why not, as a sentence
  record NotTried(String why) implements CellOutcome {}

  /// How an execution ended for the person.
  ///
  /// @param because why it can't say; empty for a result
  /// @param results the results as texts, in the order of the page
  record Ended(Outcome outcome, String because, List<ResultText> results) {
    /// Copies the list.
    public Ended {
      results = List.copyOf(results);
    }
  }

  /// A named result as text.
  ///
  /// @param label its words on the page
  /// @param text what it says; empty where it is not stated
  record ResultText(String name, String label, String text) {}

  /// Whether nothing more comes of it.
  default boolean isFinal() {
    return switch (this) {
      case Waits _, UnderWay _ -> false;
      case Passed _, Failed _, DidNotRun _, NotTried _ -> true;
    };
  }

  /// Whether it passed.
  default boolean passed() {
    return this instanceof Passed;
  }

  /// Whether the tool's answer was judged: it passed or failed.
  default boolean judged() {
    return this instanceof Passed || this instanceof Failed;
  }
}
