package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.List;

/// One deliberate error in a sample answer, and the check that must catch it.
///
/// @param in the place as the author wrote it, such as `evidence.1.findings.2.chart_words`
/// @param ask the ask whose answer is spoiled
/// @param answer which of the ask's answers, counted from 0
/// @param path the place inside that answer; rows count from 1
/// @param caughtBy the check's exact words, or [#NEVER_SAY]
public record PlantedMistake(
    Written in, String ask, int answer, List<String> path, Change change, Written caughtBy) {
  /// What a mistake is caught by that the house's list of words catches.
  public static final String NEVER_SAY = "never say";

  /// Copies the path.
  public PlantedMistake {
    path = List.copyOf(path);
  }

  /// How the answer is spoiled.
  public sealed interface Change {
    /// The value at the place becomes another.
    record Instead(Value value) implements Change {}

    /// A part of the text at the place becomes another, everywhere in it.
    record Replace(String part, String instead) implements Change {}
  }
}
