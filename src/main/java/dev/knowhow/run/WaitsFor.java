package dev.knowhow.run;

import java.time.Instant;
import java.util.Optional;

/// Something that a run can't go on without.
public sealed interface WaitsFor {

  /// A person's decision.
  ///
  /// @param step the id of the step that waits
  /// @param lane the row that it waits for, or empty
  /// @param words what is to be decided, as a sentence
  /// @param by the role that decides, or empty for whoever started the run, a builder or an owner
  /// @param until when it will be too late
  record AReview(
      String reviewId,
      String step,
      String lane,
      String words,
      String by,
      Instant since,
      Optional<Instant> until)
      implements WaitsFor {}

  /// The end of a run of another tool.
  record ARun(String runId, String toolName) implements WaitsFor {}

  /// A moment, after which something that did not work is tried again.
  ///
  /// @param why what did not work
  record ATime(Instant at, String why) implements WaitsFor {}
}
