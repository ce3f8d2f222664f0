package dev.knowhow.web;

import java.util.List;

/// What trying again from one step keeps, what it asks anew, and what that may cost.
///
/// @param from the number of the first call that is made again
/// @param words the step from which it is tried again
/// @param kept what is kept, one line each
/// @param keptCost what that cost, in a sentence
/// @param anew what is asked again
/// @param cost what that may cost, in a sentence
record AgainFromPage(
    Frame frame,
    String runId,
    String tool,
    String words,
    String from,
    List<Line> kept,
    String keptCost,
    List<Line> anew,
    String cost) {

  /// Copies the lists.
  AgainFromPage {
    kept = List.copyOf(kept);
    anew = List.copyOf(anew);
  }

  /// A step in a line.
  ///
  /// @param note who answered and what it cost, or empty
  record Line(String words, String note) {}
}
