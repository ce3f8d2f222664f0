package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Outcome;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every example of every shipped template goes through the real sandbox with its sample answers:
/// it comes to its outcome, what must hold holds, and every planted mistake is caught by its check.
class TemplatesTest {
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
  List<DynamicTest> everyExampleComesToItsOutcome() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : templates()) {
      Definition definition = ToolReader.read(ToolFolder.read(folder)).orThrow();
      for (Example example : definition.examples()) {
        String name = folder.getFileName() + ": " + example.name();
        tests.add(dynamicTest(name, () -> comesToItsOutcome(definition, example)));
        for (PlantedMistake mistake : example.plantedMistakes()) {
          tests.add(
              dynamicTest(
                  name + ": " + mistake.in(), () -> isCaught(definition, example, mistake)));
        }
      }
    }
    return tests;
  }

  private static void comesToItsOutcome(Definition definition, Example example) {
    Slice slice = run(flows, definition, example, example.answers());
    assertThat(slice).isInstanceOf(Slice.Done.class);
    FlowResult.Outcome wanted =
        example.outcome() == Outcome.RESULT
            ? FlowResult.Outcome.RESULT
            : FlowResult.Outcome.CANT_SAY;
    assertThat(((Slice.Done) slice).result().outcome()).isEqualTo(wanted);
    assertThat(slice.trace())
        .filteredOn(entry -> entry.step().equals("holds"))
        .hasSize(example.holds().size())
        .allSatisfy(entry -> assertThat(entry.verdict()).isEqualTo(TraceEntry.Verdict.PASSED));
  }

  private static void isCaught(Definition definition, Example example, PlantedMistake mistake) {
    Slice slice = run(flows, definition, example, example.answers().with(mistake));
    assertThat(slice).isInstanceOf(Slice.Failed.class);
    FlowFault fault = ((Slice.Failed) slice).fault();
    assertThat(slice.trace())
        .filteredOn(entry -> entry.verdict() == TraceEntry.Verdict.FAILED)
        .extracting(TraceEntry::words)
        .contains(mistake.caughtBy().text());
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.CHECK_FAILED);
  }

  static Slice run(Flows flows, Definition definition, Example example, SampleAnswers answers) {
    Compiling compiling = FlowCompiler.compile(definition, example.holds());
    assertThat(compiling).isInstanceOf(Compiling.Compiled.class);
    FlowProgram program = ((Compiling.Compiled) compiling).program();
    Map<String, String> knowledge = new HashMap<>(definition.knowledge());
    knowledge.keySet().retainAll(program.knowledge());
    return FlowTesting.toTheEnd(
        flows,
        program,
        ValueJson.print(example.inputs()),
        knowledge,
        call -> FlowTesting.sampleAnswer(call, answers));
  }

  static List<Path> templates() throws IOException {
    try (var files = Files.walk(Path.of("verticals"), 4)) {
      return files
          .filter(file -> file.getFileName().toString().equals("tool.yaml"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }
}
