package dev.knowhow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import org.junit.jupiter.api.Test;

/// The fake is one that the providers' own clients understand.
class FakeProviderTest {
  private static final String TEXT = "A longer answer, with ünïcode and an emoji 🦷 in it.";

  private final FakeProvider fake = FakeProvider.start().answers(Scripted.says(TEXT));

  @Test
  void speaksAnthropicsProtocolAsItsClientReadsIt() {
    MessageCreateParams params =
        MessageCreateParams.builder()
            .model("claude-sonnet-5")
            .maxTokens(100)
            .addUserMessage("Twelve chars")
            .build();
    AnthropicClient client = anthropic();
    try (fake) {
      Message whole = client.messages().create(params).validate();
      MessageAccumulator accumulator = MessageAccumulator.create();
      try (StreamResponse<RawMessageStreamEvent> stream =
          client.messages().createStreaming(params)) {
        stream.stream().map(RawMessageStreamEvent::validate).forEach(accumulator::accumulate);
      }
      Message streamed = accumulator.message();
      for (Message message : new Message[] {whole, streamed}) {
        assertThat(message.content().getFirst().asText().text()).isEqualTo(TEXT);
        assertThat(message.stopReason()).hasValue(StopReason.END_TURN);
        assertThat(message.usage().inputTokens()).isEqualTo(3);
        assertThat(message.usage().outputTokens()).isEqualTo(Asked.tokensOf(TEXT));
      }
      assertThat(fake.calls()).isEqualTo(2);
    }
  }

  @Test
  void speaksOpenAisProtocolAsItsClientReadsIt() {
    ChatCompletionCreateParams.Builder params =
        ChatCompletionCreateParams.builder().model("gpt-5.4-mini").addUserMessage("Twelve chars");
    OpenAIClient client = openAi();
    try (fake) {
      ChatCompletion whole = client.chat().completions().create(params.build()).validate();
      params.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
      ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
      try (com.openai.core.http.StreamResponse<ChatCompletionChunk> stream =
          client.chat().completions().createStreaming(params.build())) {
        stream.stream().map(ChatCompletionChunk::validate).forEach(accumulator::accumulate);
      }
      for (ChatCompletion completion : new ChatCompletion[] {whole, accumulator.chatCompletion()}) {
        assertThat(completion.choices().getFirst().message().content()).hasValue(TEXT);
        assertThat(completion.usage().orElseThrow().totalTokens())
            .isEqualTo(3 + Asked.tokensOf(TEXT));
      }
    }
  }

  private AnthropicClient anthropic() {
    return AnthropicOkHttpClient.builder()
        .apiKey("test")
        .baseUrl(fake.anthropicUrl())
        .maxRetries(0)
        .build();
  }

  private OpenAIClient openAi() {
    return OpenAIOkHttpClient.builder()
        .apiKey("test")
        .baseUrl(fake.openAiUrl())
        .maxRetries(0)
        .build();
  }
}
