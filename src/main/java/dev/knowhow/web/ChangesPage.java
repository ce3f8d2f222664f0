package dev.knowhow.web;

import java.util.List;

/// The form with which a run is made again with changes: for each step that asks a model, another
/// model and other words.
///
/// @param price what it may cost, in a sentence, or empty before it was asked for
/// @param problem what is wrong with the form as a whole, or empty
record ChangesPage(
    Frame frame,
    String runId,
    String tool,
    List<StepForm> steps,
    List<Field.Fault> faults,
    String price,
    String problem) {

  /// Copies the lists.
  ChangesPage {
    steps = List.copyOf(steps);
    faults = List.copyOf(faults);
  }

  /// One step.
  ///
  /// @param open whether it is unfolded: it is changed, or the only one
  record StepForm(String id, String words, boolean open, Field tier, Field prompt) {}
}
