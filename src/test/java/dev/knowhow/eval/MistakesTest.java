package dev.knowhow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.WorkerPlace;
import dev.knowhow.run.Preparation;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.tool.Written;
import dev.knowhow.tool.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each check shows which mistakes it catches, and more are proposed that it catches too.
class MistakesTest {
  private static final ToolFiles FILES =
      ToolFolder.read(Path.of("src/test/resources/dev/knowhow/tools/two-asks"));
  private static final Definition DEFINITION = ToolReader.read(FILES).orThrow();
  private static final Example EXAMPLE = DEFINITION.examples().getFirst();

  private static Flows flows;
  private static Mistakes mistakes;

  @BeforeAll
  static void open() {
    flows = new Flows(WorkerPlace.ofSystem(), FlowLimits.usual());
    mistakes =
        new Mistakes(
            new Rehearsal(flows, new Preparation(), Instant.parse("2026-11-24T15:00:00Z")));
  }

  @AfterAll
  static void close() {
    flows.close();
  }

  @Test
  void eachCheckShowsWhatItCatches() {
    List<CheckProof> proofs = mistakes.proofs(DEFINITION);
    assertThat(proofs)
        .extracting(proof -> proof.check().text())
        .containsExactly(
            "found.reason appears word for word in letter",
            "answer mentions \"Thank you\"",
            "never say");
    assertThat(proofs).allMatch(CheckProof::proven);
    assertThat(proofs.get(1).mistakes().getFirst().words())
        .isEqualTo("“answer”: “Thank you” becomes “Hello”");
    assertThat(proofs.get(0).mistakes().getFirst().words())
        .isEqualTo("“found.reason”: “because of frequency” becomes “for no reason at all”");
  }

  @Test
  void proposesForEachCheckAMistakeThatItCatchesAndThatReadsAsPartOfTheExample() {
    for (Written check : DEFINITION.tool().checks()) {
      holdsForEach(check.text());
    }
    holdsForEach("never say");
  }

  private static void holdsForEach(String check) {
    List<Suggested> suggested = mistakes.suggest(DEFINITION, EXAMPLE, check);
    assertThat(suggested).as(check).isNotEmpty();
    assertThat(suggested.getFirst().caught()).as(check).isTrue();
    YamlText text =
        YamlText.of(
            EXAMPLE.file(),
            new String(FILES.get(EXAMPLE.file()).orElseThrow(), StandardCharsets.UTF_8));
    for (Suggested one : suggested) {
      text = text.insert(List.of("planted mistakes"), 0, "", one.piece());
    }
    Definition with =
        ToolReader.read(FILES.with(EXAMPLE.file(), text.text().getBytes(StandardCharsets.UTF_8)))
            .orThrow();
    CheckProof proof =
        mistakes.proofs(with).stream()
            .filter(one -> one.check().text().equals(check))
            .findFirst()
            .orElseThrow();
    assertThat(proof.mistakes()).hasSize(suggested.size() + 1);
    assertThat(proof.caught())
        .isEqualTo((int) suggested.stream().filter(Suggested::caught).count() + 1);
  }
}
