package dev.knowhow.web;

import java.util.List;

/// What came of executing a run again from what was kept.
///
/// @param banner the outcome in words
/// @param facts what it was made from, in short sentences
/// @param differences the first place that differs
record ReplayPage(
    Frame frame,
    String runId,
    String tool,
    RunPage.Banner banner,
    List<String> facts,
    List<Apart> differences) {

  /// Copies the lists.
  ReplayPage {
    facts = List.copyOf(facts);
    differences = List.copyOf(differences);
  }
}
