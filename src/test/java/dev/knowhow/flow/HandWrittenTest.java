package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.problem.Fault;
import dev.knowhow.tool.Reading;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A flow that its author took over as a script.
class HandWrittenTest {
  private static final String TOOL =
      """
      format: knowhow/1
      name: By hand
      about: A flow by hand.
      house: test
      flow: flow.js
      inputs:
        note: {label: Note, type: paragraph, required: yes}
      knowledge:
        rules: {label: Rules, file: knowledge/rules.md}
      steps:
        - ask: letter
          does: write the letter
        - calculate: {total: 1 + 1, due: 2026-11-24}
      results:
        letter: {label: Letter, type: letter}
        total: {label: Total, type: number}
        due: {label: Due, type: date}
        echo: {label: Note, type: text, from: note}
      """;
  private static final String GOOD =
      """
      // by hand
      async function main(run) {
        const { note } = run.inputs({ note: 'paragraph' });
        const rules = run.knowledge('rules');
        const letters = [];
        for await (const tier of ['economy', 'best']) {
          letters.push(await run.ask('letter', { tier, names: { note } }));
        }
        console.log(rules.length, NEVER);
        const due = WORKDAY(DATE_OF('2026-11-24'), 3);
        return run.finish({ letter: letters.at(-1) ?? '', total: letters.length, due, echo: note });
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
  void isExecutedInsteadOfTheSteps() {
    Slice slice = run(GOOD, "We owe it.");
    assertThat(FlowTesting.results(slice))
        .isEqualTo(
            "{\"letter\":\"We owe it.\",\"total\":\"2\",\"due\":\"2026-11-27\",\"echo\":\"We"
                + " guarantee nothing.\"}");
    assertThat(slice.trace())
        .filteredOn(entry -> entry.kind() == TraceEntry.Kind.LOGGED)
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.words()).isEqualTo("22 [\"we guarantee\"]");
          assertThat(entry.details().get("line").textOrEmpty()).isEqualTo("9");
        });
    assertThat(program(GOOD).outline()).extracting(StepOutline::id).contains("letter", "total");
    assertThat(program(GOOD).javascript()).startsWith(GOOD);
  }

  @Test
  void isHeldToTheHousesWordsAndToItsResults() {
    FlowFault never = ((Slice.Failed) run(GOOD, "We guarantee it.")).fault();
    assertThat(never.kind()).isEqualTo(FlowFault.Kind.CHECK_FAILED);
    assertThat(never.sentence()).isEqualTo("never say");
    assertThat(fault("total: letters.length", "total: 'two'").what())
        .isEqualTo("The result “total” is two, wanted number.");
    assertThat(fault("total: letters", "totl: letters").what())
        .isEqualTo("There is no result “totl”; there is letter, total, due, echo.");
    assertThat(fault("due, echo", "due: TODAY().number, echo").hint()).contains("DATE_OF");
    assertThat(fault("total: letters", "totl: letters").line()).isEqualTo(11);
  }

  @Test
  void aSyntaxErrorHasItsLine() {
    FlowFault fault = fault("const letters = [];", "const letters = [;");
    assertThat(fault.line()).isEqualTo(5);
    assertThat(fault.what()).contains("can't be read");
  }

  @Test
  void aScriptThatIsNotThereIsAFault() {
    Map<String, byte[]> files = files(GOOD);
    files.remove("flow.js");
    assertThat(ToolReader.read(ToolFiles.of(files)))
        .isInstanceOfSatisfying(
            Reading.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(Fault::toString)
                    .containsExactly(
                        "tool.yaml:5: flow: there is no file \"flow.js\". Add it, or remove"
                            + " \"flow\": the steps are the flow then."));
  }

  private static FlowFault fault(String from, String to) {
    assertThat(GOOD).contains(from);
    return ((Slice.Failed) run(GOOD.replace(from, to), "We owe it.")).fault();
  }

  private static Slice run(String script, String letter) {
    return FlowTesting.toTheEnd(
        flows,
        program(script),
        "{\"note\":\"We guarantee nothing.\"}",
        Map.of("rules", "# Rules\n\nPay in time.\n"),
        _ -> "{\"value\":\"" + letter + "\"}");
  }

  private static FlowProgram program(String script) {
    return ((Compiling.Compiled)
            FlowCompiler.compile(ToolReader.read(ToolFiles.of(files(script))).orThrow()))
        .program();
  }

  private static Map<String, byte[]> files(String script) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("tool.yaml", bytes(TOOL));
    files.put("flow.js", bytes(script));
    files.put(
        "house/test/vertical.yaml",
        bytes(
            "format: knowhow-vertical/1\nname: Test\nabout: For tests.\nnever say: [we"
                + " guarantee]\n"));
    files.put("knowledge/rules.md", bytes("# Rules\n\nPay in time.\n"));
    files.put("prompts/letter.md", bytes("Say it.\n\n{{note}}\n"));
    return files;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
