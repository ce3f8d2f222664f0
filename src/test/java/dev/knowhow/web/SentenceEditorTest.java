package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.tool.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts of the format that are shown as sentences with menus.
final class SentenceEditorTest {
  private static final Control.Choice NOTES = new Control.Choice("notes", "Chart notes", "", false);
  private static final Control.Choice LETTER = new Control.Choice("letter", "letter", "", false);
  private static final SentenceNames NAMES =
      new SentenceNames(
          List.of(NOTES, LETTER), List.of("letter"), Optional.empty(), List.of(NOTES), List.of());

  private static Edited shown(String key, String text) {
    Place place = Place.inTool("steps").inside(1).inside(key);
    Edited.Spot spot = new Edited.Spot("e", place.toString(), "", "", List.of());
    Edited inside =
        key.equals("check")
            ? Edited.Rows.of(
                spot,
                List.of(
                    new Edited.Row(
                        spot,
                        Optional.empty(),
                        List.of(Edited.Field.line(spot, text, "")),
                        new Edited.Doing("", "", "", ""))),
                List.of())
            : Edited.Field.line(spot, text, "");
    Edited.Group group =
        new SentenceEditor(Words.english(), NAMES)
            .of(Edited.Group.of(spot, List.of(inside), List.of()));
    Edited made = group.inside().getFirst();
    return made instanceof Edited.Rows rows ? rows.rows().getFirst().inside().getFirst() : made;
  }

  private static String sent(Edited.Phrase phrase) {
    Map<Integer, String> values =
        phrase.bits().stream()
            .filter(bit -> bit.place() >= 0)
            .collect(Collectors.toMap(Edited.Bit::place, Edited.Bit::value));
    return Sentences.filled(phrase.shape(), values::get);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "letter appears word for word in notes",
        "found.lines.words appear word for word in denial, notes, or rules",
        "each of found.lines.words appears in letter or notes",
        "numbers in letter appear in notes,denial or rules",
        "words in quotation marks in letter appear word for word in notes",
        "letter mentions \"the plan\"",
        "letter mentions \"a\", \"b\"",
        "letter mentions found.name",
        "letter does not mention \"we guarantee {0}\"",
        "letter has at most 300 words",
        "letter asks one question",
        "letter has a date",
        "letter is one of yes, no",
        "SUM(found.lines.denied) = found.total"
      })
  void aSentenceThatIsSentUnchangedIsTheSameText(String text) {
    assertThat(shown("check", text))
        .isInstanceOfSatisfying(
            Edited.Phrase.class, phrase -> assertThat(sent(phrase)).isEqualTo(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"total > 0", "letter is stated", "letter appears word for word in 12", ""})
  void whatIsNoSentenceStaysALineOfText(String text) {
    assertThat(shown("check", text)).isInstanceOf(Edited.Field.class);
  }

  @Test
  void aFurtherSourceIsChosenInAMenuOfItsOwn() {
    Edited.Phrase phrase = (Edited.Phrase) shown("check", "letter appears word for word in notes");
    assertThat(phrase.bits().getLast().choices())
        .extracting(Control.Choice::value)
        .containsExactly("", " or notes", " or letter");
    assertThat(Sentences.filled(phrase.shape(), List.of("letter", "notes", " or rules")::get))
        .isEqualTo("letter appears word for word in notes or rules");
  }

  @Test
  void aLoopIsANameAndAMenuOfLists() {
    Edited.Phrase phrase = (Edited.Phrase) shown("for each", "line in found.lines");
    List<Edited.Bit> asked = phrase.bits().stream().filter(bit -> bit.place() >= 0).toList();
    assertThat(asked.getFirst().choices()).isEmpty();
    assertThat(asked.getLast().choices())
        .extracting(Control.Choice::value)
        .containsExactly("notes", "found.lines");
    assertThat(sent(phrase)).isEqualTo("line in found.lines");
  }

  @Test
  void aMatchIsTwoMenus() {
    assertThat(sent((Edited.Phrase) shown("match", "asked.rows with cert.shown")))
        .isEqualTo("asked.rows with cert.shown");
  }
}
