package dev.knowhow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.WorkerPlace;
import dev.knowhow.knowledge.Documents;
import dev.knowhow.knowledge.ReadDocument;
import dev.knowhow.problem.Fault;
import dev.knowhow.run.Preparation;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.DocumentText;
import dev.knowhow.tool.Reading;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.tool.ToolReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Holds every template that is shipped to what a template must be.
class ShippedExamplesTest {
  private static final Path VERTICALS = Path.of("verticals");
  private static Flows flows;
  private static Rehearsal rehearsal;

  @BeforeAll
  static void open() {
    flows = new Flows(WorkerPlace.ofSystem(), FlowLimits.usual());
    rehearsal = new Rehearsal(flows, new Preparation(), Instant.parse("2026-11-24T15:00:00Z"));
  }

  @AfterAll
  static void close() {
    flows.close();
  }

  @TestFactory
  Stream<DynamicTest> comesOutAsItsExamplesSayAndCatchesEveryPlantedMistake() throws IOException {
    return folders()
        .map(folder ->
            DynamicTest.dynamicTest(
                name(folder),
                () -> {
                  TemplateReport report = new TemplateCheck(rehearsal).report(definition(folder));
                  assertThat(report.faults().stream().map(Fault::toString)).isEmpty();
                  assertThat(report.examples()).hasSizeGreaterThanOrEqualTo(5);
                  assertThat(report.caught()).isEqualTo(report.planted()).isPositive();
                }));
  }

  private static Stream<Path> folders() throws IOException {
    try (Stream<Path> files = Files.walk(VERTICALS, 3)) {
      List<Path> folders =
          files.filter(folder -> Files.exists(folder.resolve("tool.yaml"))).sorted().toList();
      assertThat(folders).hasSizeGreaterThanOrEqualTo(3);
      return folders.stream();
    }
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  private static Definition definition(Path folder) {
    Documents documents = new Documents();
    Reading reading =
        new ToolReader((name, bytes) -> text(documents.read(name, bytes)))
            .readAll(ToolFolder.read(folder));
    if (reading instanceof Reading.Faulty(List<Fault> faults)) {
      throw new AssertionError(String.join("\n", faults.stream().map(Fault::toString).toList()));
    }
    return reading.orThrow();
  }

  private static DocumentText text(ReadDocument document) {
    return new DocumentText(document.name(), document.text(), document.pages().size());
  }
}
