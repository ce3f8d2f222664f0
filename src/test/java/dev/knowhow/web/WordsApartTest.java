package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Two texts held against each other.
final class WordsApartTest {

  private static String marked(List<Apart.Piece> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.marked() ? "[" + piece.text() + "]" : piece.text()));
    return text.toString();
  }

  private static String whole(List<Apart.Piece> pieces) {
    return String.join("", pieces.stream().map(Apart.Piece::text).toList());
  }

  @Test
  void marksTheWordsThatOnlyOneHas() {
    WordsApart apart =
        WordsApart.of("We deny the crown on tooth 30.", "We deny the filling on tooth 30 today.");
    assertThat(marked(apart.was())).isEqualTo("We deny the [crown] on tooth 30.");
    assertThat(marked(apart.now())).isEqualTo("We deny the [filling] on tooth 30 [today].");
  }

  @Test
  void marksNothingInEqualTexts() {
    WordsApart apart = WordsApart.of("One and two.", "One and two.");
    assertThat(apart.was()).containsExactly(new Apart.Piece("One and two.", false));
  }

  @Test
  void anEmptyTextHasNoPieces() {
    WordsApart apart = WordsApart.of("", "all new words");
    assertThat(apart.was()).isEmpty();
    assertThat(marked(apart.now())).isEqualTo("[all new words]");
  }

  @Test
  void losesNothingOfEither() {
    Random random = new Random(7);
    String[] words = {"a", "b ", " c", "\n", ", ", "ä", "$5", "  "};
    for (int i = 0; i < 500; i++) {
      StringBuilder was = new StringBuilder();
      StringBuilder now = new StringBuilder();
      for (int j = random.nextInt(20); j > 0; j--) {
        was.append(words[random.nextInt(words.length)]);
        now.append(words[random.nextInt(words.length)]);
      }
      WordsApart apart = WordsApart.of(was.toString(), now.toString());
      assertThat(whole(apart.was())).isEqualTo(was.toString());
      assertThat(whole(apart.now())).isEqualTo(now.toString());
    }
  }

  @Test
  void twoLongTextsAreMarkedAsAWhole() {
    WordsApart apart = WordsApart.of("same " + "x ".repeat(5000), "same " + "y ".repeat(5000));
    assertThat(apart.was()).hasSizeLessThan(4);
    assertThat(apart.was())
        .anySatisfy(piece -> {
          assertThat(piece.marked()).isTrue();
          assertThat(piece.text()).hasSizeGreaterThan(9000);
        });
  }
}
