package dev.knowhow.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request as a [FakeProvider] received it.
///
/// @param headers by name in lower case
/// @param body the bytes as they came
/// @param json the same, read
public record Asked(String path, Map<String, String> headers, byte[] body, JsonNode json) {

  /// Whether it speaks Anthropic's protocol; otherwise OpenAI's.
  public boolean anthropic() {
    return path.endsWith("/messages");
  }

  /// A header.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The model that was asked.
  public String model() {
    return json.path("model").asText();
  }

  /// All text that was sent to the model, system first.
  public String prompt() {
    StringBuilder text = new StringBuilder();
    addText(json.path("system"), text);
    json.path("messages").forEach(message -> addText(message.path("content"), text));
    return text.toString();
  }

  private static void addText(JsonNode content, StringBuilder text) {
    if (content.isTextual()) {
      text.append(content.asText());
    } else {
      content.forEach(part -> text.append(part.path("text").asText()));
    }
  }

  /// The tokens of the text, one for four characters or a part of four.
  public int tokens() {
    return tokensOf(prompt());
  }

  static int tokensOf(String text) {
    return (text.length() + 3) / 4;
  }
}
