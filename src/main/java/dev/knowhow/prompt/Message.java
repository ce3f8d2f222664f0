package dev.knowhow.prompt;

import java.util.ArrayList;
import java.util.List;

/// A message while its segments are put together. Not thread-safe.
final class Message {
  private final MessageTokens counted;
  private final List<Segment> segments;

  Message(MessageTokens counted, List<Segment> begun) {
    this.counted = counted;
    this.segments = new ArrayList<>(begun);
  }

  /// Adds a segment at the end; an empty text adds none.
  void add(Lifetime lifetime, String label, String text) {
    if (!text.isEmpty()) {
      segments.add(new Segment(lifetime, label, text, counted.add(text), Sha256.hex(text)));
    }
  }

  List<Segment> segments() {
    return List.copyOf(segments);
  }

  int tokens() {
    return counted.total();
  }

  MessageTokens counted() {
    return counted;
  }
}
