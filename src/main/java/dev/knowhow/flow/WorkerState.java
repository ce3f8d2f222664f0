package dev.knowhow.flow;

/// How the workers are, for `/health`.
///
/// @param condition whether flows can be executed
/// @param workers how many worker processes live
/// @param slices how many slices were executed
/// @param replaced how many workers were ended and replaced since the start
/// @param lastTrouble what ended the last one, or why none could be started; empty if neither
public record WorkerState(
    Condition condition, int workers, long slices, long replaced, String lastTrouble) {

  /// Whether flows can be executed.
  public enum Condition {
    /// None was needed yet.
    NOT_STARTED,
    /// A worker answered last.
    READY,
    /// The last worker could not be started.
    BROKEN
  }
}
