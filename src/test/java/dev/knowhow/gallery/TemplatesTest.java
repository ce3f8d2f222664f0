package dev.knowhow.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.DocumentReader;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The templates that ship are offered, and a broken one is not.
class TemplatesTest {
  private static final Path SHIPPED = Path.of("verticals");
  private static final ToolReader READER = new ToolReader(DocumentReader.TEXT_ONLY);

  @Test
  void offerEveryShippedTemplate() {
    Templates templates = Templates.read(SHIPPED, READER);

    assertThat(templates.faults()).isEmpty();
    assertThat(templates.list())
        .extracting(TemplateCard::path)
        .containsExactly("construction/rfi-draft", "dental/denial-appeal", "insurance/coi-review");
    assertThat(templates.trades())
        .extracting(Trade::id)
        .containsExactly("construction", "dental", "insurance");
    assertThat(templates.of("dental"))
        .extracting(TemplateCard::id)
        .containsExactly("denial-appeal");
  }

  @Test
  void sayOnACardWhatATemplateIsWorth() {
    TemplateCard card = Templates.read(SHIPPED, READER).of("dental").getFirst();

    assertThat(card.name()).isEqualTo("Denial appeal letter");
    assertThat(card.saves()).isEqualTo(Duration.ofMinutes(25));
    assertThat(card.examples()).isGreaterThanOrEqualTo(5);
    assertThat(card.plantedMistakes()).isPositive();
    assertThat(card.needs()).contains("Denial letter or EOB");
    assertThat(card.gives()).contains("File by");
  }

  @Test
  void areFoundByAPersonsWords() {
    Templates templates = Templates.read(SHIPPED, READER);

    assertThat(templates.search("denial LETTER"))
        .extracting(TemplateCard::id)
        .contains("denial-appeal");
    assertThat(templates.search("rfi").getFirst().id()).isEqualTo("rfi-draft");
    assertThat(templates.search("zebra")).isEmpty();
    assertThat(templates.search("  ")).hasSize(3);
  }

  @Test
  void areTheSameFilesEachTime() {
    Templates templates = Templates.read(SHIPPED, READER);
    ToolFiles files = templates.files("dental", "denial-appeal");

    assertThat(files).isEqualTo(Templates.read(SHIPPED, READER).files("dental", "denial-appeal"));
    assertThat(files.has("house/dental/vertical.yaml")).isTrue();
    assertThat(files.has("house/dental/knowledge/appeals.md")).isTrue();
  }

  @Test
  void doNotKnowWhatIsNotThere() {
    assertThatThrownBy(() -> Templates.read(SHIPPED, READER).files("dental", "../../pom"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
  }

  @Test
  void withAFaultAreNotOfferedAndSayWhy(@TempDir Path folder) throws IOException {
    copy(SHIPPED.resolve("dental"), folder.resolve("dental"));
    Path yaml = folder.resolve("dental/templates/denial-appeal/tool.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("house: dental", "hause: dental"));

    Templates templates = Templates.read(folder, READER);

    assertThat(templates.list()).isEmpty();
    assertThat(templates.faults())
        .extracting(Fault::file)
        .contains("dental/denial-appeal/tool.yaml");
  }

  @Test
  void refuseALinkToElsewhere(@TempDir Path folder) throws IOException {
    copy(SHIPPED.resolve("dental"), folder.resolve("dental"));
    Path link = folder.resolve("dental/templates/denial-appeal/knowledge/passwords.md");
    Path secret = Files.writeString(folder.resolve("secret.md"), "secret");
    Files.createSymbolicLink(link, secret);

    Templates templates = Templates.read(folder, READER);

    assertThat(templates.faults())
        .extracting(Fault::what)
        .containsExactly("The file knowledge/passwords.md is a link to elsewhere.");
  }

  @Test
  void areNoneWhereThereIsNoFolder(@TempDir Path folder) {
    assertThat(Templates.read(folder.resolve("none"), READER).list()).isEqualTo(List.of());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  @Test
  void putsItsOwnHouseAroundToolsThatComeFromElsewhere() {
    Templates shipped = Templates.read(SHIPPED, READER);
    ToolFiles files = shipped.files("dental", "denial-appeal");
    String house = "house/dental/vertical.yaml";
    ToolFiles weakened =
        files.with(house, "format: knowhow-vertical/1".getBytes(StandardCharsets.UTF_8));

    assertThat(shipped.atHome(weakened)).isEqualTo(files);
    assertThat(shipped.atHome(files.without(house))).isEqualTo(files);
  }
}
