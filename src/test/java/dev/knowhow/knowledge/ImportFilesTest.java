package dev.knowhow.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files from other programs, where they are at hand.
class ImportFilesTest {
  private static final Path FILES = Path.of("../shared/cases/import-files");
  private final Documents documents = new Documents();

  @BeforeAll
  static void areHere() {
    assumeTrue(Files.isDirectory(FILES), "the files of other programs are not here");
  }

  @Test
  void readsPdfsOfOtherPrograms() throws IOException {
    ReadDocument columns = read("pdf/pypdf-multicolumn.pdf");
    assertThat(columns.pages()).hasSize(3);
    assertThat(columns.text().length()).isBetween(7_000, 7_250);
    assertThat(read("pdf/pdfbox-eu-001.pdf").pages()).hasSize(3);
    assertThat(read("pdf/pdfbox-survey.pdf").pages()).hasSize(9);
    assertThat(read("pdf/pypdf-libreoffice-form.pdf").text())
        .contains("First Name: Alice")
        .doesNotContain("[]");
    assertThat(read("pdf/pypdf-with-attachment.pdf").text())
        .isEqualTo(read("pdf/pypdf-minimal-document.pdf").text());
  }

  @Test
  void refusesPdfsThatHaveNoTextOrAreLocked() throws IOException {
    assertThat(refusal("pdf/pypdf-grayscale-image.pdf")).contains("can't read scans yet");
    assertThat(refusal("pdf/pypdf-libreoffice-writer-password.pdf")).contains("a password");
    assertThat(refusal("pdf/pdfbox-AESkeylength256.pdf")).contains("a certificate");
  }

  @Test
  void readsWordDocumentsOfOtherPrograms() throws IOException {
    assertThat(read("docx/blk-paras-and-tables.docx").text())
        .containsSubsequence("Lorem ipsum", "Text before", "Between", "Text after", "Donec");
    assertThat(read("docx/hdr-header-footer.docx").text())
        .startsWith("Header for section-1")
        .endsWith("Footer for section 1");
    assertThat(read("docx/par-hyperlinks.docx").text()).contains("One awesome hyperlink.");
    assertThat(read("docx/comments-rich-para.docx").text()).isNotEmpty();
    assertThat(refusal("docx/having-images.docx")).contains("no text");
  }

  @Test
  void refusesWorkbooksByWhatTheyAre() throws IOException {
    for (String name : List.of("1904", "invalid-xml", "missing-bits", "gold")) {
      assertThat(refusal("xlsx/" + name + ".xlsx")).contains("an Excel workbook");
    }
  }

  private ReadDocument read(String name) throws IOException {
    return documents.read(name, Files.readAllBytes(FILES.resolve(name)));
  }

  private String refusal(String name) throws IOException {
    try {
      return "read: " + read(name).text();
    } catch (Problem problem) {
      return problem.what() + " " + problem.hint();
    }
  }
}
