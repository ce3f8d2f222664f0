package dev.knowhow.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.knowhow.net.OutboundRequest.Header;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.Lifetime;
import dev.knowhow.prompt.Segment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Anthropic's messages, in a version of the protocol.
///
/// A prompt's longer-lived beginning is marked for the provider's cache: once where the text that
/// all tools of a house share ends, once where the text of the tool's version ends, each only where
/// the beginning is long enough to be kept.
record AnthropicWire(AnthropicVersion version) implements Wire {

  @Override
  public String path(Connection connection) {
    return connection.at().path().endsWith("/v1") ? "messages" : "v1/messages";
  }

  @Override
  public List<Header> headers(Optional<String> key) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("anthropic-version", version.header()));
    key.map(k ->
            switch (version) {
              case V2026_10_21 -> new Header("Authorization", "Bearer " + k);
              case V2023_06_01 -> new Header("x-api-key", k);
            })
        .ifPresent(headers::add);
    return headers;
  }

  @Override
  public byte[] body(CompiledPrompt prompt, Knobs knobs) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", knobs.model());
    body.put("max_tokens", knobs.maxTokens());
    Blocks blocks = new Blocks(prompt.segments(), knobs.leastCached());
    ArrayNode system = blocks.of(prompt.system());
    if (!system.isEmpty()) {
      body.set("system", system);
    }
    ObjectNode message = body.putArray("messages").addObject().put("role", "user");
    message.set("content", blocks.of(prompt.user()));
    output(prompt, knobs).ifPresent(output -> body.set("output_config", output));
    body.put("stream", true);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<ObjectNode> output(CompiledPrompt prompt, Knobs knobs) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    knobs.effort().ifPresent(effort -> output.put("effort", effort));
    if (knobs.structured()) {
      prompt
          .shape()
          .flatMap(shape -> SchemaFit.fit(shape.jsonSchema()))
          .filter(SchemaFit.Fit::fewUnions)
          .ifPresent(fit ->
              output.putObject("format").put("type", "json_schema").set("schema", fit.schema()));
    }
    return output.isEmpty() ? Optional.empty() : Optional.of(output);
  }

  @Override
  public Listening listen() {
    return new AnthropicListening();
  }

  /// Joins segments to blocks of text, with a cut only where a mark goes.
  private static final class Blocks {
    private final Set<Segment> marked = Collections.newSetFromMap(new IdentityHashMap<>());

    Blocks(List<Segment> all, int leastCached) {
      if (leastCached > 0) {
        mark(all, Lifetime.STABLE, leastCached);
        mark(all, Lifetime.VERSION, leastCached);
      }
    }

    private void mark(List<Segment> all, Lifetime upTo, int leastCached) {
      int tokens = 0;
      Optional<Segment> last = Optional.empty();
      for (Segment segment : all) {
        if (segment.lifetime().compareTo(upTo) > 0) {
          break;
        }
        tokens += segment.tokens();
        last = segment.text().isEmpty() ? last : Optional.of(segment);
      }
      if (tokens >= leastCached) {
        last.ifPresent(marked::add);
      }
    }

    ArrayNode of(List<Segment> segments) {
      ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
      StringBuilder text = new StringBuilder();
      for (Segment segment : segments) {
        text.append(segment.text());
        if (marked.contains(segment)) {
          block(blocks, text).putObject("cache_control").put("type", "ephemeral");
        }
      }
      if (!text.isEmpty()) {
        block(blocks, text);
      }
      return blocks;
    }

    private static ObjectNode block(ArrayNode blocks, StringBuilder text) {
      ObjectNode block = blocks.addObject().put("type", "text").put("text", text.toString());
      text.setLength(0);
      return block;
    }
  }
}
