package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// `src/FLOW.md` comes from the reference; `-Dgolden=write` writes it anew. Each example is
/// executed in a real worker, and the reference has all that a script finds and nothing else.
class FlowReferenceTest {
  private static final Path PAGE = Path.of("src/FLOW.md");
  private static final String INPUTS =
      "{\"note\":\"The crown was denied.\",\"visit\":\"2026-04-12\"}";
  private static final String FOUND =
      """
      async function main(run) {
        const functions = Object.getOwnPropertyNames(globalThis)
          .filter((name) => /^[A-Z][A-Z_]+$/.test(name) && name !== 'JSON' || name === 'console');
        const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(run)).filter((name) => name !== 'constructor');
        return run.finish({ names: [...functions, ...methods.map((name) => `run.${name}`)] });
      }
      """;

  private static Flows flows;

  @BeforeAll
  static void start() {
    flows = FlowTesting.patientFlows();
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @Test
  void thePageIsWhatTheReferenceSays() throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, FlowReference.markdown());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(FlowReference.markdown());
  }

  @Test
  void hasAllThatAScriptFindsAndNothingElse() {
    TreeSet<String> documented =
        FlowReference.chapters().stream()
            .flatMap(chapter -> chapter.entries().stream())
            .map(FlowReference.Entry::name)
            .map(name -> name.equals("console.log") ? "console" : name)
            .collect(Collectors.toCollection(TreeSet::new));
    Slice slice = flows.slice(FlowTesting.request(FOUND, "{}", List.of()));
    Value names = ((Slice.Done) slice).result().results().get("names");
    TreeSet<String> found =
        ((Value.Items) names)
            .items().stream()
                .map(Value::textOrEmpty)
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).isEqualTo(documented);
  }

  @TestFactory
  List<DynamicTest> everyExampleComesToWhatItSays() {
    return FlowReference.chapters().stream()
        .flatMap(chapter -> chapter.entries().stream())
        .map(entry -> dynamicTest(entry.signature(), () -> comesToWhatItSays(entry)))
        .toList();
  }

  private static void comesToWhatItSays(FlowReference.Entry entry) {
    boolean ends = entry.name().equals("run.finish") || entry.name().equals("run.cantSay");
    String script =
        ends
            ? "async function main(run) {\n" + entry.body() + "\n}"
            : "async function main(run) {\nconst value = await (async () => {\n"
                + entry.body()
                + "\n})();\nreturn run.finish({ value });\n}";
    Slice slice =
        FlowTesting.toTheEnd(
            flows,
            FlowTesting.program(script),
            INPUTS,
            Map.of("rules", "# Rules\n\nPay in time.\n"),
            FlowReferenceTest::answer);
    assertThat(slice).isInstanceOf(Slice.Done.class);
    Value.Fields results = ((Slice.Done) slice).result().results();
    assertThat(ValueJson.print(ends ? results : results.get("value"))).isEqualTo(entry.outcome());
    assertThat(entry.about()).isNotEmpty();
  }

  private static String answer(FlowCall call) {
    return switch (call.name()) {
      case "now" -> "\"2026-11-24T15:04:06Z\"";
      case "lookUp" ->
          "[{\"text\":\"Pay in time.\",\"title\":\"Rules\",\"heading\":\"Late\",\"source\":\"rules\"}]";
      case "useTool" -> "{\"outcome\":\"result\",\"because\":\"\",\"results\":{\"covered\":true}}";
      case "review" ->
          "{\"decision\":\"approved\",\"fills\":{\"answer_by\":\"2026-12-01\"},\"by\":\"Dana\"}";
      default ->
          switch (call.step()) {
            case "found" -> "{\"value\":{\"words\":\"was denied\",\"days\":\"30\"}}";
            case "goal" -> "{\"value\":{\"move\":\"answer\",\"answer_amount\":\"24.66\"}}";
            default -> "{\"value\":\"Dear office,\"}";
          };
    };
  }
}
