package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// A tool's examples.
///
/// @param wrong what must be put right in the draft before its examples can be tried
/// @param late whether it is still being worked out how they come out
/// @param sentence how they come out with their sample answers, or empty
/// @param lastLive how the newest version did with models when it was tried last, or empty
/// @param ways what can be run; empty without examples or with faults
/// @param trials the last trials, newest first
/// @param problem why nothing was begun, or empty
record ExamplesPage(
    Frame frame,
    String toolId,
    String name,
    List<BuildPage.Wrong> wrong,
    boolean late,
    String sentence,
    String lastLive,
    List<Row> rows,
    Optional<Ways> ways,
    List<Trial> trials,
    String problem) {

  /// Copies the lists.
  ExamplesPage {
    wrong = List.copyOf(wrong);
    rows = List.copyOf(rows);
    trials = List.copyOf(trials);
  }

  /// An example.
  ///
  /// @param kind what it tries the tool with
  /// @param state `good`, `bad`, or empty while it is not known
  /// @param outcome how it comes out with its sample answers
  /// @param why what is wrong, or empty
  /// @param mistakes how many of its planted mistakes are caught
  record Row(
      String id,
      String name,
      String kind,
      String state,
      String outcome,
      String why,
      String mistakes) {}

  /// What can be run.
  ///
  /// @param all "All six examples"
  /// @param failing those that did not pass, in words; empty where all did
  /// @param models whether a model is connected
  /// @param columns what can be tried live
  /// @param steps the steps whose model can be looked for
  record Ways(
      String all, String failing, boolean models, List<Choice> columns, List<Choice> steps) {
    /// Copies the lists.
    Ways {
      columns = List.copyOf(columns);
      steps = List.copyOf(steps);
    }
  }

  /// Something that can be chosen.
  ///
  /// @param chosen whether it is chosen at first
  record Choice(String value, String label, boolean chosen) {}

  /// A trial in the list.
  record Trial(String id, String about, String when, String stands) {}
}
