package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// The tools of this workspace, what they cost this month, and the templates to start from.
///
/// @param figures what was spent this month; empty before the first charge
/// @param own the templates of the workspace's trade, or all that a search found
/// @param others the templates of the other trades
/// @param query what was searched for, or empty
/// @param modelMissing whether no model is connected yet
record HomePage(
    Frame frame,
    String greeting,
    Optional<Figures> figures,
    List<ToolLine> tools,
    List<TemplateCard> own,
    List<TemplateCard> others,
    String query,
    boolean modelMissing) {

  /// Copies the lists.
  HomePage {
    tools = List.copyOf(tools);
    own = List.copyOf(own);
    others = List.copyOf(others);
  }

  /// The month so far.
  record Figures(String spent, String runs, String average, Meter month) {}

  /// One tool.
  ///
  /// @param runs how many runs had a charge this month, or `–`
  record ToolLine(
      String id,
      String vertical,
      String name,
      String about,
      String runs,
      String spent,
      String average) {}

  /// Whether the templates shown are the answer to a search.
  boolean searched() {
    return !query.isEmpty();
  }
}
