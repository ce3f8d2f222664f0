package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.run.RunView;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which words of a result are tinted.
final class ExactWordsTest {

  private static RunView.Source source(int number, String words) {
    return new RunView.Source(number, words, "Chart notes", "line 1");
  }

  private static List<String> marked(String text, RunView.Source... sources) {
    return ExactWords.mark(text, List.of(sources)).stream()
        .filter(ResultPart.Span::exact)
        .map(span -> span.source() + ":" + span.text())
        .toList();
  }

  @Test
  void findsWordsThatDifferInSpaceCaseQuotesAndDashes() {
    assertThat(marked("The chart says “Fx  DL\ncusp – deep”.", source(2, "fx DL cusp - deep")))
        .containsExactly("2:Fx  DL\ncusp – deep");
  }

  @Test
  void findsEveryPlace() {
    assertThat(marked("cusp, then cusp", source(1, "cusp"))).containsExactly("1:cusp", "1:cusp");
  }

  @Test
  void theLongerOfTwoThatBeginTogetherWins() {
    assertThat(
            marked(
                "deep decay on distal", source(1, "deep decay"), source(2, "deep decay on distal")))
        .containsExactly("2:deep decay on distal");
  }

  @Test
  void losesNothingOfTheText() {
    String text = "a “deep decay” b DEEP decay c";
    String whole =
        ExactWords.mark(text, List.of(source(1, "deep decay"))).stream()
            .map(ResultPart.Span::text)
            .collect(Collectors.joining());
    assertThat(whole).isEqualTo(text);
  }

  @Test
  void leavesWordsAloneThatAreTooShortToMeanAnything() {
    assertThat(marked("a b c", source(1, " b "))).isEmpty();
  }
}
