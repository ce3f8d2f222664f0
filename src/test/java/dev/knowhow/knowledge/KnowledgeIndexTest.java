package dev.knowhow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KnowledgeIndexTest {
  private static final KnowledgeText APPEALS =
      new KnowledgeText(
          "rules",
          "Appeal rules",
          """
          # Appeal rules

          Plans must answer in writing.

          ## Time to appeal

          A claimant has at least 180 days after a denial to file an appeal.

          | plan | days |
          | --- | --- |
          | group health | 180 |

          - urgent care: 72 hours
          - concurrent care

          - pre-service: 15 days

          ## Fall protection

          ### Leading edges

          Each employee on a leading edge 6 feet or more above a lower level is protected under
          29 CFR 1926.501(b)(2)(i).

          ```
          # not a heading
          ```
          """);
  private static final KnowledgeText STYLE =
      new KnowledgeText("style", "House style", "Write to the insurer. Appeals are polite.");

  private final KnowledgeIndex index = KnowledgeIndex.of(List.of(APPEALS, STYLE));

  @Test
  void cutsAlongHeadingsAndKeepsTablesAndListsWhole() {
    List<Passage> passages = index.passages();
    assertThat(passages)
        .extracting(Passage::heading)
        .containsExactly("", "Time to appeal", "Fall protection › Leading edges", "");
    assertThat(passages).extracting(Passage::number).containsExactly(1, 2, 3, 1);
    assertThat(passages.get(1).text())
        .contains("| group health | 180 |", "- concurrent care\n- pre-service: 15 days");
    assertThat(passages.get(2).text()).contains("# not a heading");
    assertThat(passages.get(3).title()).isEqualTo("House style");
  }

  @Test
  void findsByStemsNumbersAndCodes() {
    assertThat(first("How many days do I have for filing appeals after being denied?"))
        .isEqualTo("Time to appeal");
    assertThat(first("see 1926.501(b)(2)(i).")).isEqualTo("Fall protection › Leading edges");
    assertThat(first("§1926.501")).isEqualTo("Fall protection › Leading edges");
    assertThat(first("employees' edge protections")).isEqualTo("Fall protection › Leading edges");
  }

  @Test
  void looksOnlyWhereItIsTold() {
    assertThat(index.find(Set.of("style"), "appeal days", 5))
        .extracting(Passage::source)
        .containsExactly("style");
    assertThat(index.find(Set.of("nothing"), "appeal", 5)).isEmpty();
  }

  @Test
  void findsNothingWhereNoWordFits() {
    assertThat(index.find(Set.of("rules", "style"), "zebra and the of", 5)).isEmpty();
    assertThat(index.find(Set.of("rules", "style"), "", 5)).isEmpty();
    assertThat(KnowledgeIndex.of(List.of()).find(Set.of("rules"), "appeal", 5)).isEmpty();
  }

  @Test
  void equalPassagesKeepTheirOrder() {
    KnowledgeText twice =
        new KnowledgeText("k", "K", "# A\n\nsame words\n\n# B\n\nother\n\n# C\n\nsame words");
    List<Passage> found = KnowledgeIndex.of(List.of(twice)).find(Set.of("k"), "same words", 9);
    assertThat(found).extracting(Passage::number).containsExactly(1, 3);
  }

  @Test
  void cutsALongSectionBetweenSentencesAndLosesNothing() {
    StringBuilder section = new StringBuilder("# Long\n\n");
    for (int i = 0; i < 200; i++) {
      section.append("Sentence number ").append(i).append(" says something about crowns. ");
    }
    List<Passage> passages =
        KnowledgeIndex.of(List.of(new KnowledgeText("k", "K", section.toString()))).passages();
    assertThat(passages).hasSizeBetween(5, 12).allMatch(p -> p.text().length() <= 1_300);
    String all = String.join(" ", passages.stream().map(Passage::text).toList());
    assertThat(all).isEqualTo(section.substring(8).strip());
  }

  @Test
  void stemsNumberAndTenseOnly() {
    assertThat(List.of("appeals", "appealed", "appealing").stream().map(Stem::of))
        .containsOnly("appeal");
    assertThat(List.of("filed", "filing", "files", "file").stream().map(Stem::of))
        .containsOnly("file");
    assertThat(List.of("policies", "policy").stream().map(Stem::of)).containsOnly("polici");
    assertThat(List.of("stopped", "stopping", "stops").stream().map(Stem::of)).containsOnly("stop");
    assertThat(List.of("gas", "bus", "need", "ring", "class").stream().map(Stem::of))
        .containsExactly("gas", "bus", "need", "ring", "class");
  }

  @Test
  void keepsMoneyAndDatesAsTheyAreWritten() {
    assertThat(Words.of("Pay $1,250.00 by 2026-10-09, or (at least) 3/4\".", 50))
        .containsExactly(
            "pay",
            "1250.00",
            "1250",
            "00",
            "2026-10-09",
            "2026",
            "10",
            "09",
            "least",
            "3/4",
            "3",
            "4");
  }

  @Test
  void anyTextIsCutWithoutLossOfWordsAndTheSameQuestionHasTheSameAnswer() {
    SplittableRandom random = new SplittableRandom(17);
    String[] pieces = {
      "# A\n",
      "\n",
      "\n\n",
      "- item\n",
      "  more\n",
      "1. one\n",
      "```\n",
      "| a | b |\n",
      "word ",
      "Ünï ",
      "29 CFR 1(a) ",
      "\u0301",
      "### \n",
      "> quote\n",
      ")(",
      "'s ",
      "12,345.67 "
    };
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      KnowledgeText knowledge = new KnowledgeText("k", "K", text.toString());
      KnowledgeIndex one = KnowledgeIndex.of(List.of(knowledge));
      assertThat(one.find(Set.of("k"), "word item one 1(a)", 3))
          .isEqualTo(
              KnowledgeIndex.of(List.of(knowledge)).find(Set.of("k"), "word item one 1(a)", 3));
      int kept = one.passages().stream().mapToInt(p -> count(p.text())).sum();
      assertThat(kept).as(text.toString()).isEqualTo(count(text.toString()));
    }
  }

  private static int count(String text) {
    return text.split("word", -1).length - 1;
  }

  private String first(String query) {
    return index.find(Set.of("rules", "style"), query, 3).getFirst().heading();
  }
}
