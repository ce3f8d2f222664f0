package dev.knowhow.web;

import java.util.List;

/// In what two versions of a tool differ.
///
/// @param was what the earlier one is called
/// @param now what the later one is called
record VersionPage(
    Frame frame,
    String toolId,
    String name,
    String was,
    String now,
    List<VersionsPage.Change> changes) {

  /// Copies the list.
  VersionPage {
    changes = List.copyOf(changes);
  }
}
