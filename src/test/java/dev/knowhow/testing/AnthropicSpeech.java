package dev.knowhow.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// An answer in Anthropic's protocol, with a prompt cache that remembers marked prefixes.
final class AnthropicSpeech extends FakeSpeech {
  private final Set<String> cached;

  AnthropicSpeech(
      HttpExchange exchange,
      Asked asked,
      CountDownLatch closing,
      Duration between,
      Set<String> cached) {
    super(exchange, asked, closing, between);
    this.cached = cached;
  }

  private ObjectNode usage(String given, String text) {
    if (!given.isEmpty()) {
      try {
        return (ObjectNode) JSON.readTree(given);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    String prefix = markedPrefix();
    int marked = Asked.tokensOf(prefix);
    boolean known = !prefix.isEmpty() && !cached.add(asked.model() + "\n" + prefix);
    ObjectNode usage = JSON.createObjectNode();
    usage.put("input_tokens", asked.tokens() - marked);
    usage.put("cache_creation_input_tokens", known ? 0 : marked);
    usage.put("cache_read_input_tokens", known ? marked : 0);
    usage
        .putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", known ? 0 : marked)
        .put("ephemeral_1h_input_tokens", 0);
    usage.put("output_tokens", Asked.tokensOf(text));
    return usage;
  }

  private String markedPrefix() {
    StringBuilder prefix = new StringBuilder();
    String found = "";
    for (JsonNode part : asked.json().path("system")) {
      prefix.append(part.path("text").asText());
      if (part.has("cache_control")) {
        found = prefix.toString();
      }
    }
    for (JsonNode message : asked.json().path("messages")) {
      for (JsonNode part : message.path("content")) {
        prefix.append(part.path("text").asText());
        if (part.has("cache_control")) {
          found = prefix.toString();
        }
      }
    }
    return found;
  }

  private static String stop(End end) {
    return switch (end) {
      case DONE -> "end_turn";
      case CUT_OFF -> "max_tokens";
      case DECLINED -> "refusal";
    };
  }

  private ObjectNode message() {
    ObjectNode message = JSON.createObjectNode();
    message.put("id", "msg_fake").put("type", "message").put("role", "assistant");
    message.put("model", asked.model());
    message.putArray("content");
    message.putNull("stop_reason").putNull("stop_sequence");
    return message;
  }

  @Override
  ObjectNode whole(String text, String usage, End end) {
    ObjectNode message = message();
    message.withArray("content").addObject().put("type", "text").put("text", text);
    message.put("stop_reason", stop(end));
    message.set("usage", usage(usage, text));
    return message;
  }

  @Override
  void opens(String usage) {
    ObjectNode start = JSON.createObjectNode().put("type", "message_start");
    ObjectNode message = message();
    message.set("usage", usage(usage, "").put("output_tokens", 1));
    start.set("message", message);
    event(start);
    ObjectNode block = JSON.createObjectNode().put("type", "content_block_start").put("index", 0);
    block.putObject("content_block").put("type", "text").put("text", "");
    event(block);
    event(JSON.createObjectNode().put("type", "ping"));
  }

  @Override
  void piece(String text) {
    ObjectNode delta = JSON.createObjectNode().put("type", "content_block_delta").put("index", 0);
    delta.putObject("delta").put("type", "text_delta").put("text", text);
    event(delta);
  }

  @Override
  void closes(String text, String usage, End end) {
    event(JSON.createObjectNode().put("type", "content_block_stop").put("index", 0));
    ObjectNode delta = JSON.createObjectNode().put("type", "message_delta");
    delta.putObject("delta").put("stop_reason", stop(end)).putNull("stop_sequence");
    ObjectNode counted = delta.putObject("usage");
    if (usage.isEmpty()) {
      counted.put("output_tokens", Asked.tokensOf(text));
    } else {
      ObjectNode given = usage(usage, text);
      counted.set("output_tokens", given.path("output_tokens"));
      if (given.has("output_tokens_details")) {
        counted.set("output_tokens_details", given.get("output_tokens_details"));
      }
    }
    event(delta);
    event(JSON.createObjectNode().put("type", "message_stop"));
  }

  @Override
  void fails(String message) {
    ObjectNode error = JSON.createObjectNode().put("type", "error");
    error.putObject("error").put("type", "overloaded_error").put("message", message);
    event(error);
  }

  private void event(ObjectNode event) {
    raw("event: " + event.path("type").asText() + "\ndata: " + printed(event) + "\n\n");
  }
}
