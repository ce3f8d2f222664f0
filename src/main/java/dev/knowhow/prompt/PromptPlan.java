package dev.knowhow.prompt;

import java.util.List;
import java.util.Optional;

/// What is the same for every run of a version: rendered, counted and hashed once. Immutable and
/// thread-safe.
public final class PromptPlan {
  private final PromptSource source;
  private final Optional<OutputShape> shape;
  private final List<Segment> system;
  private final List<Segment> userStart;
  private final int systemTokens;
  private final MessageTokens userTokens;

  PromptPlan(PromptSource source, Optional<OutputShape> shape, Message system, Message userStart) {
    this.source = source;
    this.shape = shape;
    this.system = system.segments();
    this.systemTokens = system.tokens();
    this.userStart = userStart.segments();
    this.userTokens = userStart.counted();
  }

  /// The segments of the system message.
  public List<Segment> system() {
    return system;
  }

  /// The segments with which the user's message begins; may be empty.
  public List<Segment> userStart() {
    return userStart;
  }

  /// The shape that the answer must have; empty means free text.
  public Optional<OutputShape> shape() {
    return shape;
  }

  /// The `o200k_base` tokens that every run of the version has in common.
  public int tokens() {
    return systemTokens + userTokens.total();
  }

  PromptSource source() {
    return source;
  }

  int systemTokens() {
    return systemTokens;
  }

  /// The user's message, begun.
  Message user() {
    return new Message(userTokens.copy(), userStart);
  }
}
