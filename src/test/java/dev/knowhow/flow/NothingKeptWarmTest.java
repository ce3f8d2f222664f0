package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.tool.ToolReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// That waiting flows stay warm is speed and nothing else: where none is kept, and each slice
/// begins from the start with the whole journal, everything comes to the same.
class NothingKeptWarmTest {
  private static final FlowLimits LIMITS =
      new FlowLimits(2, Duration.ofSeconds(60), Duration.ofSeconds(120), 10_000);
  private static final String MANY_AT_ONCE =
      """
      async function main(run) {
        const order = [];
        const rows = Array.from({ length: 12 }, (_, i) => ({ n: NUMBER(String(i)) }));
        const made = await run.forEach('made', rows, { name: 'row', atOnce: 5 }, async (row, lane) => {
          const first = await lane.ask('first', { tier: 'economy', names: { n: row.n } });
          const second = await lane.ask('second', { tier: 'best', names: { first } });
          order.push(`${row.n} ${Math.random()}`);
          return { first, second };
        });
        console.log(order.length, new Date().toISOString());
        return run.finish({ made, order: order.join() });
      }
      """;

  @TempDir private static Path folder;
  private static Flows warm;
  private static RealArena none;

  @BeforeAll
  static void start() {
    warm = FlowTesting.patientFlows();
    none = new RealArena(LIMITS, 0);
  }

  @AfterAll
  static void stop() {
    warm.close();
    none.close();
  }

  @TestFactory
  List<DynamicTest> everyExampleOfATemplateComesToTheSame() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path template : TemplatesTest.templates()) {
      Definition definition = ToolReader.read(ToolFolder.read(template)).orThrow();
      for (Example example : definition.examples()) {
        tests.add(
            dynamicTest(
                template.getFileName() + ": " + example.name(),
                () ->
                    assertThat(
                            TemplatesTest.run(none.flows(), definition, example, example.answers()))
                        .isEqualTo(
                            TemplatesTest.run(warm, definition, example, example.answers()))));
      }
    }
    return tests;
  }

  @Test
  void laneByLaneItComesToTheSame() {
    assertThat(manyAtOnce(none.flows())).isInstanceOf(Slice.Done.class).isEqualTo(manyAtOnce(warm));
  }

  @Test
  void afterAnAttackTheNextRunIsClean() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.mjs"), "export const secret = 42;");
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Judge judge = new Judge(none, threads);
      for (String family : Attack.families()) {
        if (ContainmentTest.SLOW.contains(family)) {
          continue;
        }
        for (Attack attack : Attack.of(family, secret)) {
          if (!attack.mustEnd() && tried++ % 4 == 0) {
            judge.wrongAfter(attack).forEach(what -> wrong.add(attack + ": " + what));
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  private static Slice manyAtOnce(Flows flows) {
    return FlowTesting.toTheEnd(
        flows,
        FlowTesting.program(MANY_AT_ONCE),
        "{}",
        Map.of(),
        call -> "{\"value\":\"answer " + call.number() + "\"}");
  }
}
