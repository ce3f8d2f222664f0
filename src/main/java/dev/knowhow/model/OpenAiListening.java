package dev.knowhow.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.knowhow.model.Heard.Reported;
import java.util.Optional;

/// Understands OpenAI's answers, and those of servers that imitate it.
final class OpenAiListening implements Listening {
  private final StringBuilder text = new StringBuilder();
  private Optional<Reported> usage = Optional.empty();
  private Optional<Ending> ending = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private boolean declined;

  @Override
  public void event(JsonNode data) {
    choice(data, "delta");
  }

  @Override
  public void whole(JsonNode answer) {
    choice(answer, "message");
    if (ending.isEmpty() && fault.isEmpty()) {
      fault = Optional.of(ProviderWords.of(answer));
    }
  }

  @Override
  public void done() {
    if (ending.isEmpty() && !text.isEmpty()) {
      ending = Optional.of(Ending.DONE);
    }
  }

  private void choice(JsonNode data, String part) {
    if (data.hasNonNull("error")) {
      fault = Optional.of(ProviderWords.of(data));
    }
    JsonNode choice = data.path("choices").path(0);
    JsonNode said = choice.path(part);
    text.append(said.path("content").asText(""));
    if (!said.path("refusal").asText("").isEmpty()) {
      text.append(said.path("refusal").asText());
      declined = true;
    }
    if (choice.path("finish_reason").isTextual()) {
      ending = Optional.of(ending(choice.path("finish_reason").asText()));
    }
    if (data.path("usage").isObject()) {
      usage = Optional.of(UsageFigures.openAi(data.path("usage")));
    }
  }

  private Ending ending(String reason) {
    return switch (reason) {
      case "length" -> Ending.CUT_OFF;
      case "content_filter" -> Ending.DECLINED;
      default -> declined ? Ending.DECLINED : Ending.DONE;
    };
  }

  @Override
  public boolean finished() {
    return ending.isPresent() && usage.isPresent();
  }

  @Override
  public CharSequence text() {
    return text;
  }

  @Override
  public Heard heard() {
    return new Heard(text.toString(), usage, ending, fault);
  }
}
