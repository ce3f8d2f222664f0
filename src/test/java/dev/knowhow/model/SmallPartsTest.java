package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.model.SchemaFit.Fit;
import dev.knowhow.net.Destination;
import dev.knowhow.value.Tier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The small parts that a request is made and an answer is judged with.
class SmallPartsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "7, PT7S",
    "0, PT0S",
    "1.5, PT1.5S",
    "'Tue, 24 Nov 2026 08:01:00 GMT', PT1M",
    "'Tue, 24 Nov 2026 07:00:00 GMT', PT0S",
  })
  void readsHowLongToWait(String header, Duration wait) {
    assertThat(RetryAfter.of(header, NOW)).hasValue(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-3", "1e9", "99999999999999999999"})
  void ignoresAWaitThatNobodyCanRead(String header) {
    assertThat(RetryAfter.of(header, NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":{\"message\":\"bad thing\"}} | bad thing",
        "{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"a\\nb\"}} | a b",
        "{\"error\":\"model 'x' not found\"} | model 'x' not found",
        "{\"message\":\"no\"} | no",
        "{\"detail\":\"nope\"} | nope",
        "{\"error\":{\"message\":\"Incorrect API key provided: sk-proj-a*****9z.\"}} | Incorrect API key provided: …",
        "{\"error\":{\"message\":\"Authorization: Bearer abc.def refused\"}} | Authorization: … refused",
        "<html>502</html> | <html>502</html>",
        "{\"odd\":1} | {\"odd\":1}",
      })
  void findsTheWordsInAnErrorAndTakesKeysOut(String body, String words) {
    assertThat(ProviderWords.of(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(words);
  }

  @Test
  void cutsLongWordsShort() {
    assertThat(ProviderWords.of("x".repeat(5000).getBytes(StandardCharsets.UTF_8)))
        .hasSize(301)
        .endsWith("…");
  }

  @Test
  void keepsOfASchemaWhatProvidersHoldModelsTo() {
    Fit fit = SchemaFit.fit(Prompts.SHAPE.jsonSchema()).orElseThrow();
    assertThat(fit.schema().toString())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"tooth\":{\"type\":[\"string\",\"null\"]},"
                + "\"lines\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
                + "\"kind\":{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}},\"required\":[\"kind\"],"
                + "\"additionalProperties\":false}}},\"required\":[\"tooth\",\"lines\"],"
                + "\"additionalProperties\":false}");
    assertThat(fit.allRequired()).isTrue();
    assertThat(fit.fewUnions()).isTrue();
  }

  @Test
  void noticesAPropertyThatMayBeMissing() {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[]}";
    assertThat(SchemaFit.fit(schema).orElseThrow().allRequired()).isFalse();
    assertThat(SchemaFit.fit("{\"type\":\"array\"}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "claude-opus-5-5, true, true, true, 512",
    "claude-sonnet-5-5, true, true, true, 512",
    "claude-haiku-5-5, true, true, true, 512",
    "claude-fable-5, true, true, true, 512",
    "claude-opus-5, true, true, true, 512",
    "claude-sonnet-5, true, true, true, 1024",
    "claude-opus-4-8, true, true, false, 1024",
    "claude-opus-4-7, true, true, false, 2048",
    "claude-opus-4-5-20251101, true, true, false, 4096",
    "claude-sonnet-4-6, true, true, false, 2048",
    "claude-sonnet-4-5-20250929, true, false, false, 1024",
    "claude-haiku-4-5, true, false, false, 4096",
    "claude-sonnet-4-20250514, false, false, false, 1024",
    "some-other-model, false, false, false, 1024",
  })
  void knowsWhatAClaudeTakes(
      String model, boolean structured, boolean effort, boolean thinks, int leastCached) {
    Connection connection = connection(ConnectionKind.ANTHROPIC, "https://api.anthropic.com");
    assertThat(Traits.of(connection, model))
        .isEqualTo(new Traits(structured, effort, thinks, leastCached));
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.openai.com/v1, gpt-5.6-terra, true",
    "https://api.openai.com/v1, o3, true",
    "https://api.openai.com/v1, gpt-5-chat-latest, false",
    "https://api.openai.com/v1, gpt-4o, false",
    "http://localhost:11434/v1, gpt-5.6-terra, false",
  })
  void asksOnlyOpenAisThinkingModelsForAnEffort(String url, String model, boolean effort) {
    Connection connection = connection(ConnectionKind.OPENAI_COMPATIBLE, url);
    Traits traits = Traits.of(connection, model);
    assertThat(traits.effortFor(Tier.ECONOMY))
        .isEqualTo(effort ? Optional.of("low") : Optional.empty());
    assertThat(traits.thinkingFor(Tier.BEST)).isEqualTo(effort ? 12_000 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "ANTHROPIC, https://api.anthropic.com, anthropic, Anthropic (api.anthropic.com)",
    "OPENAI_COMPATIBLE, https://api.openai.com/v1, openai, OpenAI (api.openai.com)",
    "OPENAI_COMPATIBLE, https://generativelanguage.googleapis.com/v1beta/openai, gemini, Google (generativelanguage.googleapis.com)",
    "OPENAI_COMPATIBLE, https://api.anthropic.com, c1, api.anthropic.com:443",
    "OPENAI_COMPATIBLE, https://openrouter.ai/api/v1, c1, openrouter.ai:443",
    "ANTHROPIC, http://api.anthropic.com, c1, api.anthropic.com:80",
  })
  void namesTheProviderOnlyWhereItIsTheOne(
      ConnectionKind kind, String url, String provider, String recipient) {
    Connection connection = connection(kind, url);
    assertThat(connection.model("m").provider()).isEqualTo(provider);
    assertThat(connection.recipient()).isEqualTo(recipient);
  }

  private static Connection connection(ConnectionKind kind, String url) {
    return new Connection("c1", "C", kind, Destination.of(url), AnthropicVersion.V2026_10_21, true);
  }
}
