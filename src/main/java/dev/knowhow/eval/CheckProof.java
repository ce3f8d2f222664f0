package dev.knowhow.eval;

import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.Written;
import java.util.List;

/// Which mistakes a check catches: what it is worth.
///
/// @param check the check, or `never say` for the house's list of words
/// @param mistakes the mistakes that are planted for it in all examples
public record CheckProof(Written check, List<Planted> mistakes) {

  /// Copies the list.
  public CheckProof {
    mistakes = List.copyOf(mistakes);
  }

  /// How many of its mistakes it catches.
  public int caught() {
    return (int) mistakes.stream().filter(Planted::caught).count();
  }

  /// Whether it caught at least one mistake and missed none.
  public boolean proven() {
    return !mistakes.isEmpty() && caught() == mistakes.size();
  }

  /// One mistake that is planted in an example.
  ///
  /// @param example the file of the example without its ending
  /// @param number which of the example's mistakes it is, counted from 1
  /// @param words what is wrong, such as `“letter”: “Thank you” becomes “Hello”`
  /// @param missedBecause why the check did not catch it, as the end of a sentence; empty where it
  ///   did
  public record Planted(
      String example,
      String exampleName,
      int number,
      PlantedMistake mistake,
      String words,
      String missedBecause) {

    /// Whether the right check caught it.
    public boolean caught() {
      return missedBecause.isEmpty();
    }
  }
}
