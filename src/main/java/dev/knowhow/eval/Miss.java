package dev.knowhow.eval;

/// One thing in which what came out is not what an example wants.
///
/// @param of what wanted it
/// @param sentence the sentence as its author wrote it; for [Of#OUTCOME] how the run had to end
/// @param found what was found against it, as a sentence or a few words
public record Miss(Of of, String sentence, String found) {

  /// What wanted something.
  public enum Of {
    /// The example, of how the run ends.
    OUTCOME,
    /// The example, of what must hold at the end.
    HOLDS,
    /// A check of the tool, which ended the run.
    CHECK
  }
}
