package dev.knowhow.prompt;

import java.util.List;

/// What a model did in earlier turns and what it was told; goes last into the prompt of its next
/// turn, oldest first, so that each turn's prompt begins like the one before.
///
/// @param turns the turns, in order
/// @param left what is left to work with, in words; may be empty
public record SoFar(List<Turn> turns, String left) {

  /// Copies the list.
  public SoFar {
    turns = List.copyOf(turns);
  }

  /// One turn.
  ///
  /// @param move what the model did
  /// @param came what came of it
  public record Turn(String move, String came) {}
}
