package dev.knowhow.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.knowhow.net.OutboundRequest.Header;
import dev.knowhow.prompt.CompiledPrompt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// OpenAI's chat completions.
///
/// @param openAi whether it is OpenAI itself; compatible servers know `max_tokens` for certain, and
///   would ignore a limit by its newer name
record OpenAiWire(boolean openAi) implements Wire {

  @Override
  public String path(Connection connection) {
    return "chat/completions";
  }

  @Override
  public List<Header> headers(Optional<String> key) {
    return key.map(k -> List.of(new Header("Authorization", "Bearer " + k))).orElse(List.of());
  }

  @Override
  public byte[] body(CompiledPrompt prompt, Knobs knobs) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", knobs.model());
    ArrayNode messages = body.putArray("messages");
    String system = prompt.systemText();
    if (!system.isEmpty()) {
      messages.addObject().put("role", "system").put("content", system);
    }
    messages.addObject().put("role", "user").put("content", prompt.userText());
    body.put(openAi ? "max_completion_tokens" : "max_tokens", knobs.maxTokens());
    knobs.effort().ifPresent(effort -> body.put("reasoning_effort", effort));
    if (knobs.structured()) {
      prompt.shape().flatMap(s -> SchemaFit.fit(s.jsonSchema())).ifPresent(f -> shape(body, f));
    }
    body.put("stream", true);
    body.putObject("stream_options").put("include_usage", true);
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void shape(ObjectNode body, SchemaFit.Fit fit) {
    ObjectNode format = body.putObject("response_format").put("type", "json_schema");
    ObjectNode schema = format.putObject("json_schema").put("name", "answer");
    schema.put("strict", fit.allRequired());
    schema.set("schema", fit.schema());
  }

  @Override
  public Listening listen() {
    return new OpenAiListening();
  }
}
