package dev.knowhow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final String WORDS = "Tooth №30 – “crown” für 1.250 €";
  private final Documents documents = new Documents();

  @Test
  void readsTextInEveryUsualEncoding() {
    assertThat(text(WORDS.getBytes(StandardCharsets.UTF_8))).isEqualTo(WORDS);
    assertThat(text(("\ufeff" + WORDS).getBytes(StandardCharsets.UTF_8))).isEqualTo(WORDS);
    assertThat(text(("\ufeff" + WORDS).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(WORDS);
    assertThat(text(("\ufeff" + WORDS).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(WORDS);
    assertThat(text(WORDS.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(WORDS);
    String western = "“crown” für 1.250 €";
    assertThat(text(western.getBytes(Charset.forName("windows-1252")))).isEqualTo(western);
  }

  @Test
  void keepsTheWordsAndFoldsWhatLayoutLeftBehind() {
    String raw =
        "One\u00a0two  three \r\n\r\n\r\n\r\n  - o\ufb03ce cafe\u0301\rco\u00adop\f\u0007end\u2028 \n";
    assertThat(text(raw.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("One two  three\n\n  - office café\ncoop\nend");
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoDocument() {
    refuses(new byte[0], Problem.Kind.BAD_INPUT, "The file is empty (0 bytes)");
    refuses(new byte[20 * 1024 * 1024 + 1], Problem.Kind.TOO_LARGE, "20.1 MB; at most 20 MB");
    refuses(latin("\u00ff\u00d8\u00ff\u00e0JFIF"), Problem.Kind.BAD_INPUT, "a JPEG picture");
    refuses(latin("{\\rtf1 hello}"), Problem.Kind.BAD_INPUT, "a rich-text file");
    refuses(latin("<!DOCTYPE html><p>x"), Problem.Kind.BAD_INPUT, "a web page");
    refuses(latin("PK\u0003\u0004 cut off"), Problem.Kind.BAD_INPUT, "damaged or cut off");
    refuses(latin(" \n\t "), Problem.Kind.BAD_INPUT, "There is no text");
    byte[] noise = new byte[5_000];
    new SplittableRandom(1).nextBytes(noise);
    noise[0] = 0x01;
    refuses(noise, Problem.Kind.BAD_INPUT, "does not know");
  }

  @Test
  void namesOldOfficeFilesAndEncryptedNewOnes() {
    String container = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    refuses(
        latin(container + wide("WordDocument")), Problem.Kind.BAD_INPUT, "an old Word document");
    refuses(latin(container + wide("EncryptedPackage")), Problem.Kind.BAD_INPUT, "a password");
  }

  @Test
  void showsOnlyTheLastPartOfAName() {
    byte[] bytes = latin("words");
    assertThat(documents.read("../../etc/a\nb\u0000.txt", bytes).name()).isEqualTo("a b.txt");
    assertThat(documents.read("C:\\files\\x.txt", bytes).name()).isEqualTo("x.txt");
    assertThat(documents.read("", bytes).name()).isEqualTo("document");
    assertThat(documents.read("😀".repeat(300), bytes).name()).isEqualTo("😀".repeat(120));
  }

  @Test
  void anyBytesAreReadOrRefusedAndNothingElse() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(1, 300)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        for (int j = 0; j < bytes.length; j++) {
          bytes[j] = (byte) (bytes[j] & 0x7f);
        }
      }
      try {
        String text = documents.read("x", bytes).text();
        assertThat(text).isNotEmpty().isEqualTo(PlainText.of(text));
      } catch (Problem problem) {
        assertThat(problem.hint()).isNotEmpty();
      }
    }
  }

  private String text(byte[] bytes) {
    ReadDocument read = documents.read("a.txt", bytes);
    assertThat(read.kind()).isEqualTo(ReadDocument.Kind.TEXT);
    return read.text();
  }

  private void refuses(byte[] bytes, Problem.Kind kind, String words) {
    assertThatThrownBy(() -> documents.read("file.pdf", bytes))
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(kind);
              assertThat(problem.hint()).isNotEmpty();
            });
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String wide(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}
