package dev.knowhow.prompt;

import java.util.List;
import java.util.Optional;

/// What is the same for every run of a version: rendered, counted and hashed once.
public final class PromptPlan {
  private PromptPlan() {}

  /// The segments of the system message.
  public List<Segment> system() {
    throw new UnsupportedOperationException();
  }

  /// The segments with which the user's message begins; may be empty.
  public List<Segment> userStart() {
    throw new UnsupportedOperationException();
  }

  /// The shape that the answer must have; empty means free text.
  public Optional<OutputShape> shape() {
    throw new UnsupportedOperationException();
  }
}
