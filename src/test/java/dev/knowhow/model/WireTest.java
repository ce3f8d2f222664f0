package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import dev.knowhow.net.OutboundRequest.Header;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.Lifetime;
import dev.knowhow.testing.Asked;
import dev.knowhow.testing.FakeProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our requests are those that the providers' own clients make.
class WireTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CompiledPrompt SHAPED = Prompts.prompt(Optional.of(Prompts.SHAPE));
  private static final JsonNode SCHEMA =
      SchemaFit.fit(Prompts.SHAPE.jsonSchema()).orElseThrow().schema();

  private final FakeProvider fake = FakeProvider.start();

  @AfterEach
  void close() {
    fake.close();
  }

  private static JsonNode read(byte[] body) throws IOException {
    return JSON.readTree(body);
  }

  private static Knobs knobs(String model, int leastCached) {
    return new Knobs(model, 500, Optional.of("medium"), true, leastCached);
  }

  private static TextBlockParam block(String text, boolean marked) {
    TextBlockParam.Builder block = TextBlockParam.builder().text(text);
    if (marked) {
      block.cacheControl(CacheControlEphemeral.builder().build());
    }
    return block.build();
  }

  private Asked sentByAnthropicsClient(MessageCreateParams params) {
    var client =
        AnthropicOkHttpClient.builder()
            .apiKey("key")
            .baseUrl(fake.anthropicUrl())
            .maxRetries(0)
            .build();
    try (var stream = client.messages().createStreaming(params)) {
      assertThat(stream.stream().count()).isPositive();
    }
    return fake.asked().getFirst();
  }

  @Test
  void sendsWhatAnthropicsClientSends() throws IOException {
    CompiledPrompt prompt = Prompts.longPrompt();
    var schema = JsonOutputFormat.Schema.builder();
    JSON.convertValue(SCHEMA, new TypeReference<Map<String, Object>>() {})
        .forEach((name, value) -> schema.putAdditionalProperty(name, JsonValue.from(value)));
    Asked asked =
        sentByAnthropicsClient(
            MessageCreateParams.builder()
                .model("claude-sonnet-5")
                .maxTokens(500)
                .systemOfTextBlockParams(List.of(block(prompt.systemText(), true)))
                .addMessage(
                    MessageParam.ofUserOfContentBlockParams(
                        List.of(
                            ContentBlockParam.ofText(block(prompt.user().get(0).text(), true)),
                            ContentBlockParam.ofText(block(prompt.user().get(1).text(), false)))))
                .outputConfig(
                    OutputConfig.builder()
                        .effort(OutputConfig.Effort.MEDIUM)
                        .format(JsonOutputFormat.builder().schema(schema.build()).build())
                        .build())
                .build());
    CompiledPrompt shaped =
        new CompiledPrompt(
            prompt.system(), prompt.user(), prompt.tokens(), "hash", Optional.of(Prompts.SHAPE));
    Wire wire = new AnthropicWire(AnthropicVersion.V2026_10_21);
    assertThat(read(wire.body(shaped, knobs("claude-sonnet-5", 1024)))).isEqualTo(asked.json());
    for (Header header : wire.headers(Optional.of("key"))) {
      assertThat(asked.header(header.name())).as(header.name()).hasValue(header.value());
    }
  }

  @Test
  void sendsWhatOpenAisClientSends() throws IOException {
    var schema = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
    JSON.convertValue(SCHEMA, new TypeReference<Map<String, Object>>() {})
        .forEach((name, value) ->
            schema.putAdditionalProperty(name, com.openai.core.JsonValue.from(value)));
    var params =
        ChatCompletionCreateParams.builder()
            .model("gpt-5.6-terra")
            .addSystemMessage(SHAPED.systemText())
            .addUserMessage(SHAPED.userText())
            .maxCompletionTokens(500)
            .reasoningEffort(ReasoningEffort.MEDIUM)
            .responseFormat(
                ResponseFormatJsonSchema.builder()
                    .jsonSchema(
                        ResponseFormatJsonSchema.JsonSchema.builder()
                            .name("answer")
                            .strict(true)
                            .schema(schema.build())
                            .build())
                    .build())
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();
    var client =
        OpenAIOkHttpClient.builder().apiKey("key").baseUrl(fake.openAiUrl()).maxRetries(0).build();
    try (var stream = client.chat().completions().createStreaming(params)) {
      assertThat(stream.stream().count()).isPositive();
    }
    Asked asked = fake.asked().getFirst();
    Wire wire = new OpenAiWire(true);
    assertThat(read(wire.body(SHAPED, knobs("gpt-5.6-terra", 0)))).isEqualTo(asked.json());
    for (Header header : wire.headers(Optional.of("key"))) {
      assertThat(asked.header(header.name())).as(header.name()).hasValue(header.value());
    }
  }

  @Test
  void sendsTheKeyAsTheVersionOfTheProtocolWantsIt() {
    assertThat(new AnthropicWire(AnthropicVersion.V2023_06_01).headers(Optional.of("key")))
        .containsExactly(
            new Header("anthropic-version", "2023-06-01"), new Header("x-api-key", "key"));
    assertThat(new OpenAiWire(false).headers(Optional.empty())).isEmpty();
  }

  @Test
  void sendsNoSamplingSettings() throws IOException {
    for (Wire wire :
        List.of(new AnthropicWire(AnthropicVersion.V2026_10_21), new OpenAiWire(true))) {
      assertThat(read(wire.body(SHAPED, knobs("m", 0))).properties())
          .extracting(Map.Entry::getKey)
          .doesNotContain("temperature", "top_p", "top_k");
    }
  }

  @Test
  void marksNoBeginningThatIsTooShortToBeKept() throws IOException {
    Wire wire = new AnthropicWire(AnthropicVersion.V2026_10_21);
    String body =
        new String(wire.body(SHAPED, knobs("claude-sonnet-5", 1024)), StandardCharsets.UTF_8);
    assertThat(body).doesNotContain("cache_control");
    JsonNode unmarked = read(wire.body(Prompts.longPrompt(), knobs("claude-sonnet-5", 1_000_000)));
    assertThat(unmarked.path("messages").path(0).path("content")).hasSize(1);
  }

  @Test
  void neverMarksWhatChangesWithTheRun() throws IOException {
    CompiledPrompt prompt = Prompts.longPrompt();
    assertThat(prompt.user().getLast().lifetime()).isEqualTo(Lifetime.RUN);
    JsonNode body =
        read(new AnthropicWire(AnthropicVersion.V2026_10_21).body(prompt, knobs("m", 512)));
    JsonNode last = body.path("messages").path(0).path("content").path(1);
    assertThat(last.path("text").asText()).isEqualTo("Now.\n");
    assertThat(last.has("cache_control")).isFalse();
  }

  @Test
  void limitsACompatibleServerByTheNameItKnows() throws IOException {
    JsonNode body = read(new OpenAiWire(false).body(SHAPED, knobs("llama", 0)));
    assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
    assertThat(body.has("max_completion_tokens")).isFalse();
  }

  @Test
  void leavesAShapeOutThatHasTooManyChoices() throws IOException {
    StringBuilder properties = new StringBuilder();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 17; i++) {
      String separator = i == 0 ? "" : ",";
      properties.append(separator).append("\"p" + i + "\":{\"type\":[\"string\",\"null\"]}");
      names.append(separator).append("\"p" + i + "\"");
    }
    var shape =
        new dev.knowhow.prompt.OutputShape(
            "{\"type\":\"object\",\"properties\":{"
                + properties
                + "},\"required\":["
                + names
                + "]}",
            "");
    JsonNode body =
        read(
            new AnthropicWire(AnthropicVersion.V2026_10_21)
                .body(Prompts.prompt(Optional.of(shape)), knobs("claude-opus-5", 0)));
    assertThat(body.path("output_config").has("format")).isFalse();
    assertThat(body.path("output_config").path("effort").asText()).isEqualTo("medium");
  }
}
