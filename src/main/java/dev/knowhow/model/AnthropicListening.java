package dev.knowhow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.knowhow.model.Heard.Reported;
import java.util.Optional;

/// Understands Anthropic's answers.
final class AnthropicListening implements Listening {
  private final StringBuilder text = new StringBuilder();
  private ObjectNode usage = JsonNodeFactory.instance.objectNode();
  private Optional<Ending> ending = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private boolean stopped;

  @Override
  public void event(JsonNode data) {
    switch (data.path("type").asText()) {
      case "message_start" -> figures(data.path("message").path("usage"));
      case "content_block_start" -> block(data.path("content_block"));
      case "content_block_delta" -> {
        if (data.path("delta").path("type").asText().equals("text_delta")) {
          text.append(data.path("delta").path("text").asText());
        }
      }
      case "message_delta" -> {
        figures(data.path("usage"));
        ending = ending(data.path("delta").path("stop_reason").asText());
      }
      case "message_stop" -> stopped = true;
      case "error" -> fault = Optional.of(ProviderWords.of(data));
      default -> {
        // pings, signatures, and kinds of event that come later: the protocol asks to skip them
      }
    }
  }

  @Override
  public void whole(JsonNode answer) {
    if (!answer.path("content").isArray()) {
      fault = Optional.of(ProviderWords.of(answer));
      return;
    }
    answer.path("content").forEach(this::block);
    figures(answer.path("usage"));
    ending = ending(answer.path("stop_reason").asText());
    stopped = true;
  }

  private void block(JsonNode block) {
    if (block.path("type").asText().equals("text")) {
      text.append(block.path("text").asText());
    }
  }

  private void figures(JsonNode figures) {
    if (figures.isObject()) {
      usage = UsageFigures.later(usage, figures);
    }
  }

  private static Optional<Ending> ending(String reason) {
    return Optional.of(
        switch (reason) {
          case "max_tokens", "model_context_window_exceeded" -> Ending.CUT_OFF;
          case "refusal" -> Ending.DECLINED;
          default -> Ending.DONE;
        });
  }

  @Override
  public boolean finished() {
    return stopped;
  }

  @Override
  public CharSequence text() {
    return text;
  }

  @Override
  public Heard heard() {
    Optional<Reported> reported =
        usage.isEmpty() ? Optional.empty() : Optional.of(UsageFigures.anthropic(usage, stopped));
    return new Heard(text.toString(), reported, stopped ? ending : Optional.empty(), fault);
  }
}
