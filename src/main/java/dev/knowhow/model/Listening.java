package dev.knowhow.model;

import com.fasterxml.jackson.databind.JsonNode;

/// Understands one answer of a protocol as it arrives; used by one thread, for one answer.
interface Listening {

  /// Takes an event of a stream.
  void event(JsonNode data);

  /// Takes an answer that came in one piece.
  void whole(JsonNode answer);

  /// Takes the end of the stream, where the protocol marks it with something that is not JSON.
  default void done() {}

  /// Whether nothing more is to be expected.
  boolean finished();

  /// The text so far.
  CharSequence text();

  /// What was understood so far.
  Heard heard();
}
