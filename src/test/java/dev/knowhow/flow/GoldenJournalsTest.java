package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Runs of every released prelude replay to the same, byte for byte, whatever has been written
/// since.
class GoldenJournalsTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/knowhow/flow/journals");
  private static final String ASKS_AT_ONCE =
      """
      async function main(run) {
        const { lines } = run.inputs({ lines: [{ word: 'text' }] });
        const order = [];
        const at = await run.now();
        const made = await run.forEach('made', lines, { name: 'line', atOnce: 2 }, async (line, row) => {
          const said = await row.ask('said', {
            tier: 'economy', names: { 'line.word': line.word },
            check: (said) => ({ short: AT_MOST_WORDS({ said }, 1) }), otherwise: ['ask again', 'next tier', 'stop'],
          });
          order.push(line.word + Math.floor(Math.random() * 1000));
          return { said };
        });
        return run.finish({ made, order: order.join(), at: String(at), born: new Date().toISOString() });
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

  @TestFactory
  List<DynamicTest> replaysToTheSame() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      List<Path> journals = files.filter(Files::isRegularFile).sorted().toList();
      assertThat(journals).hasSizeGreaterThan(12);
      return journals.stream()
          .map(
              file -> dynamicTest(FOLDER.relativize(file).toString(), () -> replaysToTheSame(file)))
          .toList();
    }
  }

  private static void replaysToTheSame(Path file) throws IOException {
    GoldenJournal golden = GoldenJournal.read(file);
    assertThat(GoldenJournal.told(flows.slice(golden.request()))).isEqualTo(golden.outcome());
    SliceRequest whole = golden.request();
    for (int had = 0; had < whole.journal().size(); had += 3) {
      SliceRequest begun =
          new SliceRequest(
              whole.program(),
              whole.inputs(),
              whole.knowledgeTexts(),
              whole.startedAt(),
              whole.seed(),
              whole.journal().subList(0, had),
              "",
              whole.turn());
      JournalAnswer next = whole.journal().get(had);
      assertThat(flows.slice(begun))
          .isInstanceOfSatisfying(
              Slice.Waiting.class,
              waiting ->
                  assertThat(waiting.calls())
                      .anySatisfy(call -> {
                        assertThat(call.number()).isEqualTo(next.number());
                        assertThat(call.argumentsHash()).isEqualTo(next.argumentsHash());
                      }));
    }
  }

  /// Writes runs of the newest prelude that are not there yet; to be done once, before a release.
  @Test
  @EnabledIfSystemProperty(named = "golden", matches = "record")
  void recordsWhatIsNew() throws IOException {
    for (Path folder : templates()) {
      Definition definition = ToolReader.read(ToolFolder.read(folder)).orThrow();
      String tool = String.valueOf(folder.getFileName());
      for (Example example : definition.examples().subList(0, 4)) {
        record(tool + "-" + example.id(), definition, example, example.answers());
        if (!example.plantedMistakes().isEmpty()) {
          PlantedMistake mistake = example.plantedMistakes().getFirst();
          record(
              tool + "-" + example.id() + "-mistaken",
              definition,
              example,
              example.answers().with(mistake));
        }
      }
    }
    FlowProgram program = FlowTesting.program(ASKS_AT_ONCE);
    String lines = "{\"lines\":[{\"word\":\"a\"},{\"word\":\"b\"},{\"word\":\"c\"}]}";
    record(
        "asks-at-once",
        program,
        FlowTesting.request(program, lines, Map.of(), List.of(), ""),
        call ->
            call.name().equals("now")
                ? "\"2026-11-25T08:00:00Z\""
                : call.number() % 3 == 0
                    ? "{\"bad\":[\"The answer is empty.\"]}"
                    : "{\"value\":\"" + "x ".repeat(call.number() % 2) + "x\"}");
  }

  private static void record(
      String name, Definition definition, Example example, SampleAnswers answers)
      throws IOException {
    FlowProgram program =
        ((Compiling.Compiled) FlowCompiler.compile(definition, example.holds())).program();
    Map<String, String> knowledge = new HashMap<>(definition.knowledge());
    knowledge.keySet().retainAll(program.knowledge());
    record(
        name,
        program,
        FlowTesting.request(program, ValueJson.print(example.inputs()), knowledge, List.of(), ""),
        call -> FlowTesting.sampleAnswer(call, answers));
  }

  private static void record(
      String name, FlowProgram program, SliceRequest began, Function<FlowCall, String> answers)
      throws IOException {
    Path file = FOLDER.resolve("prelude-" + program.prelude()).resolve(name + ".txt");
    if (Files.exists(file)) {
      return;
    }
    List<JournalAnswer> journal = new ArrayList<>();
    while (true) {
      SliceRequest request =
          new SliceRequest(
              program,
              began.inputs(),
              began.knowledgeTexts(),
              began.startedAt(),
              began.seed(),
              journal,
              "",
              began.turn());
      Slice slice = flows.slice(request);
      if (!(slice instanceof Slice.Waiting(List<FlowCall> calls, _))) {
        new GoldenJournal(request, GoldenJournal.told(slice)).write(file);
        return;
      }
      // the last of the calls is answered first, so that answers come in another order than calls
      FlowCall last = calls.getLast();
      journal.add(FlowTesting.answer(last, answers.apply(last)));
    }
  }

  private static List<Path> templates() throws IOException {
    try (var files = Files.walk(Path.of("verticals"), 4)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).equals("tool.yaml"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }
}
