package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// The tools of this workspace, what they cost this month, and the templates to start from.
///
/// @param figures what was spent this month; empty before the first charge
/// @param templates those of the workspace's trade first; or what a search found
/// @param query what was searched for, or empty
/// @param builds whether the person may make tools, and so sees the templates
/// @param modelMissing whether no model is connected yet
record HomePage(
    Frame frame,
    String greeting,
    Optional<Figures> figures,
    List<ToolLine> tools,
    List<TemplateCard> templates,
    String query,
    boolean builds,
    boolean modelMissing) {

  /// Copies the lists.
  HomePage {
    tools = List.copyOf(tools);
    templates = List.copyOf(templates);
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
