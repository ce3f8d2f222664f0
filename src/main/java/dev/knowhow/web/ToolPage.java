package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// A tool as the people who use it see it: the form, what it costs, what is sent, and what it does.
///
/// @param cost what a run would cost, and who would get what is sent
/// @param example the chosen example's id, or empty
/// @param sampleLabel whose answer the example's sample answer is, or empty without an example
/// @param problem what is wrong with the form as a whole, or empty
/// @param steps what it does, as sentences
/// @param gives what comes out
/// @param mayChange whether this person builds tools
record ToolPage(
    Frame frame,
    Head head,
    List<ExampleLink> examples,
    List<Field> fields,
    List<Field.Fault> faults,
    String problem,
    Cost cost,
    boolean hasModel,
    String example,
    String sampleLabel,
    List<String> gives,
    List<String> steps,
    List<RunLine> runs,
    boolean mayChange) {

  /// Copies the lists.
  ToolPage {
    examples = List.copyOf(examples);
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
    gives = List.copyOf(gives);
    steps = List.copyOf(steps);
    runs = List.copyOf(runs);
  }

  /// What the tool is.
  ///
  /// @param draft the number of the draft that is tried, or empty for a version
  /// @param saves what a run saves, as a sentence, or empty
  record Head(
      String id,
      String name,
      String about,
      String trade,
      String button,
      String saves,
      String draft) {}

  /// What a run would cost and who would get what is sent.
  ///
  /// @param late whether it is still being worked out
  record Cost(Optional<String> range, String basis, String recipient, boolean late) {}

  /// An example that fills the form.
  record ExampleLink(String id, String name, String kind, boolean chosen) {}

  /// A run of this tool.
  record RunLine(String id, String when, String state, String stateWords, String cost) {}

  /// Whether an example fills the form.
  boolean exampleChosen() {
    return !example.isEmpty();
  }
}
