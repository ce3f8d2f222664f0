package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The templates that ship in `verticals/` are whole, and say who takes care of what an expert of
/// the trade would look at.
class ShippedTemplatesTest {
  private static final Path VERTICALS = Path.of("verticals");

  /// What experts check in each template's job, in the job's own words, and what takes care of it.
  private static final Map<String, Map<String, ExpertPoint.By>> EXPERTS_CHECK =
      Map.of(
          "denial-appeal",
          Map.of(
              "answers THIS denial reason (frequency, downgrade, missing tooth, waiting period)",
              check("each of found.lines.payer_words appears in letter"),
              "quotes the plan wording it was given, no other",
              check(
                  "words in quotation marks in letter appear word for word in denial, notes, plan or"
                      + " rules"),
              "placeholders for identifiers",
              check("letter mentions \"[Patient name]\"")),
          "rfi-draft",
          Map.of(
              "references exist in the files given",
              check("conflict.sources.place appear word for word in specs or drawings"),
              "one question per RFI",
              check("rfi asks one question"),
              "no design decision taken",
              check(
                  "rfi does not mention \"we will proceed\", \"we will install\", \"we have decided\","
                      + " \"we are proceeding\", \"unless we hear\", \"the correct size is\","
                      + " \"the correct dimension is\", \"must be changed\"")),
          "coi-review",
          Map.of(
              "certificate alone proves nothing: endorsement needed",
              check("cert.attached.words appear word for word in endorsements"),
              "limits per occurrence/aggregate/project",
              new ExpertPoint.By.ACalculation("limits"),
              "entity names exact",
              new ExpertPoint.By.ACalculation("holder_exact")));

  @ParameterizedTest
  @MethodSource("templates")
  void readWithoutAFaultAndProveEveryCheckWithAPlantedMistake(Path template) {
    Definition definition = read(template);

    assertThat(PlantedMistakes.missing(definition)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void sayWhatTakesCareOfEachLineOfTheirJob(Path template) {
    Map<String, ExpertPoint.By> points =
        read(template).tool().expertPoints().stream()
            .collect(Collectors.toMap(ExpertPoint::point, ExpertPoint::by));
    Map<String, ExpertPoint.By> job = EXPERTS_CHECK.get(template.getFileName().toString());

    assertThat(job).isNotNull().isNotEmpty();
    assertThat(points).containsAllEntriesOf(job);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void haveAnExampleOfEveryKindWithAnswersThatSayTheAuthorWroteThem(Path template) {
    List<Example> examples = read(template).examples();

    assertThat(examples).extracting(Example::kind).contains(ExampleKind.values());
    assertThat(examples)
        .extracting(example -> example.answers().origin())
        .containsOnly(new SampleAnswers.Origin.Author());
  }

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(VERTICALS, 3)) {
      return files.filter(file -> Files.exists(file.resolve("tool.yaml"))).sorted().toList();
    }
  }

  private static Definition read(Path template) {
    return ToolReader.read(ToolFolder.read(template)).orThrow();
  }

  private static ExpertPoint.By check(String sentence) {
    return new ExpertPoint.By.ACheck(sentence);
  }
}
