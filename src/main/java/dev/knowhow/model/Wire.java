package dev.knowhow.model;

import dev.knowhow.net.OutboundRequest.Header;
import dev.knowhow.prompt.CompiledPrompt;
import java.util.List;
import java.util.Optional;

/// A protocol: what a request looks like and how its answer is understood.
sealed interface Wire permits AnthropicWire, OpenAiWire {

  /// The wire of a connection.
  static Wire of(Connection connection) {
    return switch (connection.kind()) {
      case ANTHROPIC -> new AnthropicWire(connection.version());
      case OPENAI_COMPATIBLE -> new OpenAiWire(connection.is(KnownProvider.OPENAI));
    };
  }

  /// The path below the connection's base address.
  String path(Connection connection);

  /// The headers; the key is among them and nowhere else.
  List<Header> headers(Optional<String> key);

  /// The body; equal prompts and knobs give equal bytes.
  byte[] body(CompiledPrompt prompt, Knobs knobs);

  /// Something to listen to the answer with.
  Listening listen();
}
