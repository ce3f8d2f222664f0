package dev.knowhow.web;

import java.util.List;

/// What a trial will do and cost, before it begins.
///
/// @param what how many runs it makes, in words
/// @param columns what is tried
/// @param estimate what it is expected to cost, or empty where a price is not known
/// @param cap the most that it may cost
/// @param sent what the form sends again
record TrialStartPage(
    Frame frame,
    String toolId,
    String name,
    String head,
    String what,
    List<String> columns,
    String estimate,
    Field cap,
    List<TrialChoice.Sent> sent) {

  /// Copies the lists.
  TrialStartPage {
    columns = List.copyOf(columns);
    sent = List.copyOf(sent);
  }

  /// What is wrong, for the summary above the form.
  List<Field.Fault> faults() {
    return Field.faultsOf(List.of(cap));
  }
}
