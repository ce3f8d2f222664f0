package dev.knowhow.prompt.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TokenCountersTest {
  private static final Path VECTORS = Path.of("../shared/cases/token-vectors");

  @Test
  void countsOpenAiModelsExactly() {
    for (String model : new String[] {"gpt-4o-mini", "gpt-5.6-luna", "o3", "openai/gpt-oss-20b"}) {
      TokenCounter counter = TokenCounters.forModel("openai", model);
      assertThat(counter.exact()).as(model).isTrue();
      assertThat(counter.count("Hello, world!")).isEqualTo(4);
      assertThat(counter.fromO200k(4)).isEqualTo(4);
    }
  }

  @Test
  void saysThatOtherCountsAreEstimatesAndByWhichFactor() {
    TokenCounter claude = TokenCounters.forModel("anthropic", "claude-opus-5-5");
    assertThat(claude.exact()).isFalse();
    assertThat(claude.name()).isEqualTo("o200k_base × 1.65, an estimate");
    assertThat(claude.count("Hello, world!")).isEqualTo(7);
    assertThat(claude.fromO200k(1_000)).isEqualTo(1_650);
    assertThat(factor("claude-3-5-haiku-20241022")).contains("1.20");
    assertThat(factor("claude-sonnet-4-20250514")).contains("1.20");
    assertThat(factor("claude-opus-4-6")).contains("1.20");
    assertThat(factor("claude-opus-4-7")).contains("1.65");
    assertThat(factor("claude-fable-5-2")).contains("1.65");
    assertThat(factor("gemini-3-pro")).contains("1.10");
    assertThat(factor("gpt-6-astra")).contains("1.00").contains("estimate");
    assertThat(factor("qwen3:8b")).contains("1.25");
  }

  @Test
  void countsSpecialTokensAsTheTextTheyAre() {
    assertThat(TokenCounters.o200k().count("<|endoftext|>")).isGreaterThan(1);
    assertThat(TokenCounters.o200k().count("")).isZero();
  }

  @Test
  void agreesWithTheReferenceWhereItIsAtHand() throws IOException {
    Path file = VECTORS.resolve("agreed_3_implementations.json");
    assumeTrue(Files.exists(file), "the reference counts are not here");
    int checked = 0;
    for (JsonNode vector : new ObjectMapper().readTree(file.toFile())) {
      checked++;
      assertThat(TokenCounters.o200k().count(vector.get("text").asText()))
          .isEqualTo(vector.get("o200k_base").asInt());
    }
    assertThat(checked).isEqualTo(749);
  }

  private static String factor(String model) {
    return TokenCounters.forModel("openrouter", model).name();
  }
}
