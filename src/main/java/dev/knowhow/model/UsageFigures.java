package dev.knowhow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.knowhow.model.Heard.Reported;
import dev.knowhow.price.Usage;

/// Turns a provider's usage figures into disjoint buckets.
///
/// Anthropic reports cached tokens beside `input_tokens`; OpenAI reports them inside
/// `prompt_tokens`, and reasoning inside `completion_tokens`. Some compatible servers leave
/// reasoning out of the latter; then their total is larger than both, and the rest of it is
/// reasoning. Whatever the figures, the buckets together are never less than the provider's own
/// total, and a contradiction is reported.
final class UsageFigures {
  private UsageFigures() {}

  /// Reads Anthropic's figures; `whole` says whether the answer had come to its end.
  static Reported anthropic(JsonNode usage, boolean whole) {
    long fresh = count(usage, "input_tokens");
    long read = count(usage, "cache_read_input_tokens");
    long written = count(usage, "cache_creation_input_tokens");
    JsonNode split = usage.path("cache_creation");
    long hour = count(split, "ephemeral_1h_input_tokens");
    long fiveMinutes = count(split, "ephemeral_5m_input_tokens");
    boolean addUp = true;
    if (!split.isObject()) {
      fiveMinutes = written;
    } else if (hour + fiveMinutes != written) {
      addUp = !usage.has("cache_creation_input_tokens");
      fiveMinutes += Math.max(0, written - hour - fiveMinutes);
    }
    long output = count(usage, "output_tokens");
    long thinking = count(usage.path("output_tokens_details"), "thinking_tokens");
    addUp &= thinking <= output;
    long reasoning = Math.min(thinking, output);
    return new Reported(
        new Usage(fresh, read, fiveMinutes, hour, output - reasoning, reasoning), whole, addUp);
  }

  /// Reads OpenAI's figures.
  static Reported openAi(JsonNode usage) {
    long prompt = count(usage, "prompt_tokens");
    long completion = count(usage, "completion_tokens");
    long reasoning = count(usage.path("completion_tokens_details"), "reasoning_tokens");
    long cached = count(usage.path("prompt_tokens_details"), "cached_tokens");
    long written = count(usage.path("prompt_tokens_details"), "cache_write_tokens");
    long total =
        usage.path("total_tokens").isIntegralNumber()
            ? count(usage, "total_tokens")
            : prompt + completion;
    boolean addUp = cached + written <= prompt;
    long read = Math.min(cached, prompt);
    long write = Math.min(written, prompt - read);
    long beside = total - prompt - completion;
    boolean leftOut = beside > 0 && beside >= reasoning;
    long visible = leftOut ? completion : Math.max(0, completion - reasoning);
    addUp &= leftOut || (beside == 0 && reasoning <= completion);
    reasoning += Math.max(0, total - prompt - visible - reasoning);
    return new Reported(
        new Usage(prompt - read - write, read, write, 0, visible, reasoning), true, addUp);
  }

  /// The figures of a stream's end laid over those of its beginning: the later ones hold.
  static ObjectNode later(ObjectNode before, JsonNode after) {
    ObjectNode merged = before.deepCopy();
    after
        .properties()
        .forEach(field -> {
          if (!field.getValue().isNull()) {
            merged.set(field.getKey(), field.getValue());
          }
        });
    return merged;
  }

  private static long count(JsonNode usage, String name) {
    JsonNode figure = usage.path(name);
    return figure.isIntegralNumber() && figure.canConvertToLong()
        ? Math.clamp(figure.asLong(), 0, 1_000_000_000_000L)
        : 0;
  }
}
