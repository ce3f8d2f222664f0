package dev.knowhow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A provider's own explanation, cut to a sentence that can be shown.
///
/// Providers repeat a part of a refused key in their words; what looks like a key is taken out.
final class ProviderWords {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 300;
  private static final Pattern KEY =
      Pattern.compile("(?i)\\b(bearer\\s+\\S+|(sk|pk|key|gsk|or)[-_][\\w*.-]{4,})");
  private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\s]+");

  private ProviderWords() {}

  /// The explanation in an error's body.
  static String of(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      JsonNode node = JSON.readTree(body);
      return node == null || !node.isObject() ? shown(text) : of(node);
    } catch (IOException _) {
      return shown(text);
    }
  }

  /// The explanation in an error object.
  static String of(JsonNode node) {
    JsonNode error = node.path("error");
    for (JsonNode words :
        new JsonNode[] {error.path("message"), error, node.path("message"), node.path("detail")}) {
      if (words.isTextual() && !words.asText().isBlank()) {
        return shown(words.asText());
      }
    }
    return shown(node.toString());
  }

  private static String shown(String text) {
    String line = ODD.matcher(text).replaceAll(" ").strip();
    String safe = KEY.matcher(line).replaceAll("…");
    return safe.length() > MOST_CHARACTERS ? safe.substring(0, MOST_CHARACTERS) + "…" : safe;
  }
}
