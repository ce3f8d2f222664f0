package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.knowhow.model.Heard.Reported;
import dev.knowhow.price.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Golden usage payloads: a provider's figures, ten dashes, the disjoint buckets. The file name is
/// the claim.
class UsageFiguresTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("src/test/resources/dev/knowhow/model/usage");

  @TestFactory
  List<DynamicTest> reads() throws IOException {
    try (var files = Files.list(CASES)) {
      return files
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    String[] parts = Files.readString(file).split("\n----------\n", -1);
    JsonNode figures = JSON.readTree(parts[0]);
    Reported reported =
        file.getFileName().toString().startsWith("anthropic")
            ? UsageFigures.anthropic(figures, true)
            : UsageFigures.openAi(figures);
    assertThat(printed(reported)).isEqualTo(parts[1].strip());
    if (figures.path("total_tokens").isIntegralNumber()) {
      assertThat(reported.usage().input() + reported.usage().output())
          .isGreaterThanOrEqualTo(figures.path("total_tokens").asLong());
    }
  }

  private static String printed(Reported reported) {
    Usage usage = reported.usage();
    return String.format(
        Locale.ROOT,
        "fresh %d, read %d, written 5 min %d, written 1 h %d, visible %d, reasoning %d%s",
        usage.freshInput(),
        usage.cacheRead(),
        usage.cacheWrite5Min(),
        usage.cacheWrite1H(),
        usage.visibleOutput(),
        usage.reasoning(),
        reported.addUp() ? "" : ", contradictory");
  }

  @Property
  void neverCountsLessThanTheProvidersTotalNorAnythingNegative(
      @ForAll @LongRange(max = 1000) long prompt,
      @ForAll @LongRange(max = 1000) long cached,
      @ForAll @LongRange(max = 1000) long completion,
      @ForAll @LongRange(max = 1000) long reasoning,
      @ForAll @LongRange(max = 3000) long total) {
    var figures = JSON.createObjectNode();
    figures.put("prompt_tokens", prompt).put("completion_tokens", completion);
    figures.put("total_tokens", total);
    figures.putObject("prompt_tokens_details").put("cached_tokens", cached);
    figures.putObject("completion_tokens_details").put("reasoning_tokens", reasoning);
    Usage usage = UsageFigures.openAi(figures).usage();
    assertThat(usage.input()).isEqualTo(prompt);
    assertThat(usage.output()).isGreaterThanOrEqualTo(completion);
    assertThat(usage.input() + usage.output()).isGreaterThanOrEqualTo(total);
  }
}
