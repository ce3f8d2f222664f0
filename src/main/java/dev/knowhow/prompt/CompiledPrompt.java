package dev.knowhow.prompt;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One request's text, ready to send; equal inputs give equal bytes.
///
/// @param system the segments of the system message, in order; never empty
/// @param user the segments of the user's message, in order; never empty
/// @param tokens the `o200k_base` tokens of both messages, without a provider's own framing
/// @param sha256 the SHA-256 over every segment, its place and lifetime, and the shape
/// @param shape the shape that the answer must have; empty means free text
public record CompiledPrompt(
    List<Segment> system,
    List<Segment> user,
    int tokens,
    String sha256,
    Optional<OutputShape> shape) {

  /// Copies the lists.
  public CompiledPrompt {
    system = List.copyOf(system);
    user = List.copyOf(user);
  }

  /// The system message as it is sent.
  public String systemText() {
    return text(system);
  }

  /// The user's message as it is sent.
  public String userText() {
    return text(user);
  }

  /// All segments in the order in which they are sent.
  public List<Segment> segments() {
    return Stream.concat(system.stream(), user.stream()).toList();
  }

  private static String text(List<Segment> segments) {
    StringBuilder text = new StringBuilder();
    segments.forEach(segment -> text.append(segment.text()));
    return text.toString();
  }
}
