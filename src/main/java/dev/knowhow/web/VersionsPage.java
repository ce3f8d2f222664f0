package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// A tool's versions, and what would be new in the next one.
///
/// @param next what the draft would become; empty where it is the same as the newest version
/// @param problem why it was not made live, or empty
record VersionsPage(
    Frame frame,
    String toolId,
    String name,
    Optional<Next> next,
    List<Version> versions,
    String problem) {

  /// Copies the list.
  VersionsPage {
    versions = List.copyOf(versions);
  }

  /// The draft as the next version.
  ///
  /// @param seen the revision that the page shows
  /// @param wrong what must be put right first
  /// @param before what the version that it is compared with is called; empty where there is none
  /// @param changes what is new, thing by thing
  /// @param late whether its examples are still being tried
  /// @param proof how its examples come out, as a sentence; empty where it has faults
  /// @param failing the examples that fail
  /// @param needsReason whether it was sent without the reason that it needs
  record Next(
      int number,
      long seen,
      List<BuildPage.Wrong> wrong,
      String before,
      List<Change> changes,
      boolean late,
      String proof,
      List<Failing> failing,
      boolean needsReason,
      String note,
      String reason) {

    /// Copies the lists.
    Next {
      wrong = List.copyOf(wrong);
      changes = List.copyOf(changes);
      failing = List.copyOf(failing);
    }
  }

  /// An example that fails, and why.
  record Failing(String example, String why) {}

  /// One thing that is different.
  ///
  /// @param sentence what happened to it
  /// @param texts the texts before and after, where a sentence does not hold them
  record Change(String sentence, Optional<Apart> texts) {}

  /// A version in the list.
  ///
  /// @param live whether it is the one that people use
  /// @param before the version that it is compared with; empty for the first
  record Version(
      int number,
      boolean live,
      String when,
      String who,
      String note,
      String reason,
      Optional<Integer> before) {}
}
