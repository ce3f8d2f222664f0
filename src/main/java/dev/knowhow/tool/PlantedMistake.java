package dev.knowhow.tool;

import dev.knowhow.value.Value;

/// One deliberate error in a sample answer, and the check that must catch it.
///
/// @param in the path in the sample answers; rows count from 1
/// @param caughtBy the check's exact words, or `never say`
public record PlantedMistake(Written in, Change change, Written caughtBy) {

  /// How the answer is spoiled.
  public sealed interface Change {
    /// The value at the place becomes another.
    record Instead(Value value) implements Change {}

    /// A part of the text at the place becomes another.
    record Replace(String part, String instead) implements Change {}
  }
}
