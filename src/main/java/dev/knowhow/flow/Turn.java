package dev.knowhow.flow;

/// Whose slice waits for a worker, and who waits for the slice. It never changes what comes out.
///
/// @param tool the id of the tool; the slices of a tool share its turns
/// @param urgency who waits
public record Turn(String tool, Urgency urgency) {

  /// Who waits for a slice.
  public enum Urgency {
    /// A person looks at a page.
    PERSON,
    /// Nobody does: one of many runs of a batch.
    BATCH
  }

  /// A slice of a tool that a person waits for.
  public static Turn person(String tool) {
    return new Turn(tool, Urgency.PERSON);
  }

  /// A slice of a tool that nobody waits for.
  public static Turn batch(String tool) {
    return new Turn(tool, Urgency.BATCH);
  }
}
