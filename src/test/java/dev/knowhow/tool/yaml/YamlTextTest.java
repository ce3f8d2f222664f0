package dev.knowhow.tool.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlTextTest {
  private static final String TOOL =
      """
      # A comment at the top.
      name: Appeal   # what it is called
      about: >-
        One sentence that goes
        over two lines.
      inputs:
        notes: {label: Chart notes, type: paragraph}
        # the tone of the letter
        tone:
          label: Tone
          options: [Firm, Friendly]

      steps:
        - ask: found
          does: find it

        # now the letter
        - ask: letter
          does: write it
          check:
            - letter has a date
      """;

  private static YamlText text() {
    return YamlText.of("tool.yaml", TOOL);
  }

  private static Yaml words(String words) {
    return Yaml.words(words);
  }

  @Test
  void replacesWordsAndLeavesEverythingElse() {
    assertThat(text().put(List.of("name"), words("Denial: appeal"), List.of()).text())
        .isEqualTo(TOOL.replace("name: Appeal ", "name: \"Denial: appeal\" "));
    assertThat(
            text().put(List.of("inputs", "notes", "label"), words("Notes, all"), List.of()).text())
        .isEqualTo(TOOL.replace("Chart notes", "\"Notes, all\""));
    assertThat(text().put(List.of("steps", "2", "does"), words("write"), List.of()).text())
        .isEqualTo(TOOL.replace("write it", "write"));
    assertThat(text().put(List.of("about"), words("Short."), List.of()).text())
        .isEqualTo(TOOL.replace(">-\n  One sentence that goes\n  over two lines.", "Short."));
  }

  @Test
  void changesNothingWhereTheWordsAreTheSame() {
    YamlText text = text();
    assertThat(text.put(List.of("name"), words("Appeal"), List.of())).isSameAs(text);
  }

  @Test
  void addsAKeyWhereItsOrderPutsIt() {
    List<String> order = List.of("ask", "does", "tier", "check");
    assertThat(text().put(List.of("steps", "2", "tier"), words("economy"), order).text())
        .isEqualTo(TOOL.replace("write it\n", "write it\n    tier: economy\n"));
    assertThat(text().put(List.of("steps", "1", "tier"), words("best"), order).text())
        .isEqualTo(TOOL.replace("find it\n", "find it\n    tier: best\n"));
    assertThat(
            text()
                .put(List.of("inputs", "notes", "required"), words("yes"), List.of("label", "type"))
                .text())
        .isEqualTo(TOOL.replace("paragraph}", "paragraph, required: yes}"));
  }

  @Test
  void makesWhatIsMissingAroundAPiece() {
    YamlText changed = text().put(List.of("steps", "1", "budget", "calls"), words("8"), List.of());
    assertThat(changed.text()).contains("does: find it\n    budget: {calls: 8}\n\n  # now");
  }

  @Test
  void insertsBetweenBeforeAndBehind() {
    LinkedHashMap<String, Yaml> step = new LinkedHashMap<>();
    step.put("ask", words("more"));
    step.put("does", words("ask for " + "more and ".repeat(20).strip()));
    Yaml piece = Yaml.entries(step);
    assertThat(text().insert(List.of("steps"), 1, "", piece).text())
        .contains("find it\n\n  - ask: more\n    does: >-\n      ask for more and")
        .contains("\n\n  # now the letter\n  - ask: letter");
    assertThat(text().insert(List.of("steps"), 0, "", piece).text())
        .contains("steps:\n  - ask: more\n    does: ");
    assertThat(text().insert(List.of("steps"), 2, "", piece).text())
        .contains("- letter has a date\n\n  - ask: more\n");
    assertThat(text().insert(List.of("inputs", "tone", "options"), 1, "", words("Neutral")).text())
        .isEqualTo(TOOL.replace("[Firm, ", "[Firm, Neutral, "));
    assertThat(text().insert(List.of("inputs"), 1, "plan", words("x")).text())
        .contains("paragraph}\n  plan: x\n  # the tone");
  }

  @Test
  void removesAPieceWithTheCommentAboveIt() {
    assertThat(text().remove(List.of("steps", "2")).text())
        .isEqualTo(TOOL.substring(0, TOOL.indexOf("\n  # now the letter")));
    assertThat(text().remove(List.of("steps", "1")).text())
        .isEqualTo(TOOL.replace("  - ask: found\n    does: find it\n\n", ""));
    assertThat(text().remove(List.of("steps", "1", "ask")).text())
        .isEqualTo(TOOL.replace("ask: found\n    ", ""));
    assertThat(text().remove(List.of("inputs", "tone", "options", "1")).text())
        .isEqualTo(TOOL.replace("Firm, ", ""));
  }

  @Test
  void removesWhatBecameEmptyWithItsKey() {
    assertThat(text().remove(List.of("steps", "2", "check", "1")).text())
        .isEqualTo(TOOL.replace("    check:\n      - letter has a date\n", ""));
  }

  @Test
  void movesAPieceWithItsComment() {
    YamlText moved = text().move(List.of("steps", "2"), List.of("steps"), 0);
    assertThat(moved.text())
        .contains("steps:\n  # now the letter\n  - ask: letter\n    does: write it\n")
        .endsWith("has a date\n\n  - ask: found\n    does: find it\n");
    assertThat(moved.move(List.of("steps", "1"), List.of("steps"), 1).text().strip())
        .isEqualTo(TOOL.strip());
    assertThat(text().move(List.of("inputs", "tone"), List.of("inputs"), 0).text())
        .contains("inputs:\n  # the tone of the letter\n  tone:\n    label: Tone\n")
        .contains("[Firm, Friendly]\n  notes: {");
  }

  @Test
  void movesAPieceIntoAnotherList() {
    YamlText loop = text().put(List.of("steps", "1", "steps", "x"), words("y"), List.of());
    assertThat(loop.remove(List.of("steps", "1", "steps")).text()).isEqualTo(TOOL);
    YamlText nested =
        text()
            .insert(List.of("steps", "1", "steps"), 0, "", words("inner"))
            .move(List.of("steps", "2"), List.of("steps", "1", "steps"), 1);
    assertThat(Pieces.shown(nested.at(List.of("steps", "1", "steps", "2", "ask"))))
        .isEqualTo("letter");
    assertThat(nested.at(List.of("steps", "2"))).isEmpty();
  }

  @Test
  void renamesAKey() {
    assertThat(text().renameKey(List.of("inputs", "tone"), "voice").text())
        .isEqualTo(TOOL.replace("  tone:\n", "  voice:\n"));
  }

  @Test
  void writesWhateverAPersonTypesSoThatItIsReadAgain() {
    for (String typed :
        List.of(
            "- a list?",
            "a: b",
            "#no",
            "yes",
            "033",
            " blank ",
            "two\nlines",
            "two\n\n  lines\n",
            "\ttab",
            "“quotes” \"and\" 'these'",
            "{{name}}",
            "ends:",
            "\u2028",
            "\u0007",
            "😀 face",
            "line\n \nline",
            "\n",
            "x".repeat(300),
            "word ".repeat(90).strip(),
            "a  b ".repeat(60),
            "null",
            "~",
            "---",
            "...",
            "%a",
            "@b",
            "`c`",
            "|",
            ">",
            "&a",
            "*b",
            "!c",
            "?",
            "-")) {
      assertThat(
              Pieces.shown(
                  text().put(List.of("name"), words(typed), List.of()).at(List.of("name"))))
          .isEqualTo(typed);
      assertThat(
              Pieces.shown(
                  text()
                      .put(List.of("inputs", "notes", "label"), words(typed), List.of())
                      .at(List.of("inputs", "notes", "label"))))
          .isEqualTo(typed);
    }
  }
}
