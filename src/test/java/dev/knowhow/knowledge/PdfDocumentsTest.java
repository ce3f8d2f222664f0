package dev.knowhow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PdfDocumentsTest {
  private final Documents documents = new Documents();

  @Test
  void readsAPdfPageByPageWhateverItsName() throws IOException {
    byte[] pdf =
        PdfMaker.pages(List.of("Claim 4711\nDenied: not needed.", "", "Appeal in 180 days."));
    ReadDocument read = documents.read("letter.jpg", pdf);
    assertThat(read.kind()).isEqualTo(ReadDocument.Kind.PDF);
    assertThat(read.pages())
        .containsExactly(
            new Page(1, "Claim 4711\nDenied: not needed."),
            new Page(2, ""),
            new Page(3, "Appeal in 180 days."));
    assertThat(read.text()).isEqualTo("Claim 4711\nDenied: not needed.\n\nAppeal in 180 days.");
    assertThat(read.words()).isEqualTo(9);
  }

  @Test
  void readsAFormByPlaceWhereItsValuesWereDrawnAfterItsLabels() throws IOException {
    List<PdfMaker.Placed> texts = new ArrayList<>();
    List<String> labels = List.of("Insurer:", "Policy:", "Each occurrence:", "Aggregate:");
    List<String> values = List.of("Nordstern Mutual", "GL-4711", "$1,000,000", "$2,000,000");
    for (int row = 0; row < 4; row++) {
      texts.add(new PdfMaker.Placed(50, 700 - 20 * row, labels.get(row)));
      texts.add(new PdfMaker.Placed(400, 700 - 20 * row, "Date " + row + ":"));
    }
    for (int row = 0; row < 4; row++) {
      texts.add(new PdfMaker.Placed(150, 700 - 20 * row, values.get(row)));
      texts.add(new PdfMaker.Placed(450, 700 - 20 * row, "2026-10-0" + row));
    }
    assertThat(documents.read("a.pdf", PdfMaker.drawn(texts)).text().lines())
        .containsExactly(
            "Insurer: Nordstern Mutual Date 0: 2026-10-00",
            "Policy: GL-4711 Date 1: 2026-10-01",
            "Each occurrence: $1,000,000 Date 2: 2026-10-02",
            "Aggregate: $2,000,000 Date 3: 2026-10-03");
  }

  @Test
  void readsOneColumnAfterTheOther() throws IOException {
    List<PdfMaker.Placed> texts = new ArrayList<>();
    texts.add(
        new PdfMaker.Placed(50, 740, "A title that goes over both columns and the space between"));
    for (int line = 0; line < 8; line++) {
      texts.add(new PdfMaker.Placed(50, 700 - 14 * line, "left line number " + line));
    }
    for (int line = 0; line < 8; line++) {
      texts.add(new PdfMaker.Placed(320, 700 - 14 * line, "right line number " + line));
    }
    List<String> lines = documents.read("a.pdf", PdfMaker.drawn(texts)).text().lines().toList();
    assertThat(lines).hasSize(17);
    assertThat(lines.subList(1, 9)).allMatch(line -> line.startsWith("left"));
    assertThat(lines.subList(9, 17)).allMatch(line -> line.startsWith("right"));
  }

  @Test
  void saysThatAPdfOfPicturesIsAScan() throws IOException {
    refuses(
        PdfMaker.pages(List.of("", "")), Problem.Kind.BAD_INPUT, "Knowhow can't read scans yet");
  }

  @Test
  void saysThatAPdfHasAPassword() throws IOException {
    refuses(PdfMaker.locked("secret", "open-sesame"), Problem.Kind.BAD_INPUT, "with a password");
  }

  @Test
  void readsAPdfThatOnlyForbidsToBeChanged() throws IOException {
    byte[] pdf = PdfMaker.locked("Denied: not needed.", "");
    assertThat(documents.read("a.pdf", pdf).text()).isEqualTo("Denied: not needed.");
  }

  @Test
  void saysHowManyPagesAreTooMany() throws IOException {
    byte[] pdf = PdfMaker.pages(Collections.nCopies(501, "x"));
    refuses(pdf, Problem.Kind.TOO_LARGE, "The PDF has 501 pages; at most 500");
  }

  @Test
  void saysThatAPdfIsDamaged() throws IOException {
    byte[] pdf = PdfMaker.pages(List.of("Claim 4711"));
    refuses(Arrays.copyOf(pdf, 100), Problem.Kind.BAD_INPUT, "damaged or cut off");
  }

  @Test
  void aPdfThatUnpacksWithoutEndCostsAProcessAndNothingElse() throws IOException {
    Documents small = new Documents(new PdfProcess(500, Duration.ofSeconds(60), 40));
    byte[] bomb = PdfMaker.bomb(120);
    assertThat(bomb).hasSizeLessThan(1024 * 1024);
    refuses(() -> small.read("bomb.pdf", bomb), Problem.Kind.TOO_LARGE, "more time or memory");
    byte[] other = PdfMaker.pages(List.of("still here"));
    assertThat(small.read("a.pdf", other).text()).isEqualTo("still here");
  }

  @Test
  void readingEndsWhenItsTimeIsUp() throws IOException {
    Documents hasty = new Documents(new PdfProcess(500, Duration.ofMillis(1), 64));
    byte[] pdf = PdfMaker.pages(List.of("x"));
    refuses(() -> hasty.read("a.pdf", pdf), Problem.Kind.TOO_LARGE, "more time or memory");
  }

  @Test
  void readingEndsWhenItsThreadIsInterrupted() throws IOException {
    byte[] pdf = PdfMaker.pages(List.of("x"));
    Thread.currentThread().interrupt();
    refuses(() -> documents.read("a.pdf", pdf), Problem.Kind.UNAVAILABLE, "reading was stopped");
    assertThat(Thread.interrupted()).isTrue();
  }

  private void refuses(byte[] pdf, Problem.Kind kind, String words) {
    refuses(() -> documents.read("a.pdf", pdf), kind, words);
  }

  private static void refuses(ThrowingCallable reading, Problem.Kind kind, String words) {
    assertThatThrownBy(reading)
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(kind);
              assertThat(problem.hint()).isNotEmpty();
            });
  }
}
