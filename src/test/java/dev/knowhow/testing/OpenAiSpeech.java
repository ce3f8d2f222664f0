package dev.knowhow.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/// An answer in OpenAI's chat completions protocol.
final class OpenAiSpeech extends FakeSpeech {

  OpenAiSpeech(HttpExchange exchange, Asked asked, CountDownLatch closing, Duration between) {
    super(exchange, asked, closing, between);
  }

  private ObjectNode usage(String given, String text) {
    if (!given.isEmpty()) {
      try {
        return (ObjectNode) JSON.readTree(given);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    int prompt = asked.tokens();
    int completion = Asked.tokensOf(text);
    ObjectNode usage = JSON.createObjectNode();
    usage.put("prompt_tokens", prompt).put("completion_tokens", completion);
    usage.put("total_tokens", prompt + completion);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0);
    usage.putObject("completion_tokens_details").put("reasoning_tokens", 0);
    return usage;
  }

  private static String finish(End end) {
    return switch (end) {
      case DONE -> "stop";
      case CUT_OFF -> "length";
      case DECLINED -> "content_filter";
    };
  }

  private ObjectNode head(String object) {
    return JSON.createObjectNode()
        .put("id", "chatcmpl-fake")
        .put("object", object)
        .put("created", 1_790_000_000)
        .put("model", asked.model());
  }

  @Override
  ObjectNode whole(String text, String usage, End end) {
    ObjectNode whole = head("chat.completion");
    ObjectNode choice = whole.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
    choice.putNull("logprobs");
    choice.put("finish_reason", finish(end));
    whole.set("usage", usage(usage, text));
    return whole;
  }

  private ObjectNode chunk() {
    ObjectNode chunk = head("chat.completion.chunk");
    if (includesUsage()) {
      chunk.putNull("usage");
    }
    return chunk;
  }

  private boolean includesUsage() {
    return asked.json().path("stream_options").path("include_usage").asBoolean();
  }

  @Override
  void opens(String usage) {
    ObjectNode chunk = chunk();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("role", "assistant").put("content", "");
    choice.putNull("finish_reason");
    event(chunk);
  }

  @Override
  void piece(String text) {
    ObjectNode chunk = chunk();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("content", text);
    choice.putNull("finish_reason");
    event(chunk);
  }

  @Override
  void closes(String text, String usage, End end) {
    ObjectNode chunk = chunk();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta");
    choice.put("finish_reason", finish(end));
    event(chunk);
    if (includesUsage()) {
      ObjectNode last = chunk();
      last.putArray("choices");
      last.set("usage", usage(usage, text));
      event(last);
    }
    raw("data: [DONE]\n\n");
  }

  @Override
  void fails(String message) {
    ObjectNode error = JSON.createObjectNode();
    error.putObject("error").put("message", message).put("type", "server_error");
    event(error);
  }

  private void event(ObjectNode event) {
    raw("data: " + printed(event) + "\n\n");
  }
}
