package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.tool.Difference.Kind;
import dev.knowhow.tool.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static final Place STEPS = Place.inTool("steps");
  private static final Place INPUTS = Place.inTool("inputs");

  private final ToolFiles files =
      ToolFolder.read(Path.of("verticals/dental/templates/denial-appeal"));

  @Test
  void areNoneBetweenTheSameFiles() {
    assertThat(Differences.between(files, files)).isEmpty();
  }

  @Test
  void nameTheThingTheKeyAndBothTexts() {
    Place tier = STEPS.inside(7).inside("tier");
    assertThat(after(new Edit.Put(tier, "standard", Yaml.words("economy"))))
        .containsExactly(
            new Difference(
                Kind.CHANGED,
                tier,
                "write the appeal letter from the findings",
                "tier",
                "standard",
                "economy"));
    assertThat(
            after(
                new Edit.Put(
                    INPUTS.inside("tone").inside("help"), "", Yaml.words("How it sounds."))))
        .containsExactly(
            new Difference(
                Kind.ADDED,
                INPUTS.inside("tone").inside("help"),
                "Tone",
                "help",
                "",
                "How it sounds."));
  }

  @Test
  void tellAMovedStepFromOneThatIsGone() {
    assertThat(after(new Edit.Move(STEPS.inside(7), STEPS, 0)))
        .extracting(Difference::kind, Difference::of)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Kind.MOVED, "write the appeal letter from the findings"));
    assertThat(after(new Edit.Remove(STEPS.inside(7))))
        .extracting(Difference::kind, Difference::of)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Kind.REMOVED, "write the appeal letter from the findings"));
    assertThat(after(new Edit.Move(INPUTS.inside("tone"), INPUTS, 0)))
        .extracting(Difference::kind, Difference::of)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.MOVED, "Tone"));
  }

  @Test
  void showTheTextsOfFiles() {
    String was = new String(files.get("prompts/letter.md").orElseThrow(), StandardCharsets.UTF_8);
    assertThat(after(new Edit.WriteFile("prompts/letter.md", was, was + "More.")))
        .containsExactly(
            new Difference(
                Kind.CHANGED, Place.of("prompts/letter.md"), "", "", was, was + "More."));
  }

  private List<Difference> after(Edit edit) {
    return Differences.between(files, Editing.make(files, edit));
  }
}
