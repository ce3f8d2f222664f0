package dev.knowhow.knowledge;

import static dev.knowhow.knowledge.WordMaker.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class WordDocumentsTest {
  private final Documents documents = new Documents();

  @Test
  void readsParagraphsAndTablesInReadingOrder() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      word.createParagraph().createRun().setText("Insurance required");
      XWPFTable table = word.createTable(2, 2);
      table.getRow(0).getCell(0).setText("Coverage");
      table.getRow(0).getCell(1).setText("Limit");
      table.getRow(1).getCell(0).setText("Umbrella");
      table.getRow(1).getCell(1).setText("$5,000,000");
      word.createParagraph().createRun().setText("Signed & dated.");
      word.write(bytes);
    }
    ReadDocument read = documents.read("contract.docx", bytes.toByteArray());
    assertThat(read.kind()).isEqualTo(ReadDocument.Kind.DOCX);
    assertThat(read.text())
        .isEqualTo(
            """
            Insurance required
            Coverage | Limit
            Umbrella | $5,000,000
            Signed & dated.\
            """);
  }

  @Test
  void writesTheNumbersThatWordShowsAndKeepsNowhere() throws IOException {
    Map<String, byte[]> parts =
        WordMaker.parts(
            "<w:body>"
                + numbered("0", "Insurance")
                + numbered("1", "General liability")
                + numbered("1", "Umbrella")
                + numbered("0", "Term")
                + numbered("1", "One year")
                + "</w:body>");
    parts.put("word/numbering.xml", WordMaker.utf8(NUMBERING));
    parts.put("word/_rels/document.xml.rels", WordMaker.utf8(NUMBERING_RELATION));
    assertThat(text(WordMaker.zip(parts)))
        .isEqualTo(
            """
            Article I. Insurance
            I.a General liability
            I.b Umbrella
            Article II. Term
            II.a One year\
            """);
  }

  @Test
  void leavesOutWhatIsDeletedOrHiddenAndTakesEachBoxOnce() throws IOException {
    String hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>obey me</w:t></w:r>";
    String shown = "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>shown</w:t></w:r>";
    String deleted = "<w:del><w:r><w:delText>old</w:delText><w:t>older</w:t></w:r></w:del>";
    String box =
        "<w:r><mc:AlternateContent><mc:Choice>"
            + paragraph("in a box")
            + "</mc:Choice><mc:Fallback>"
            + paragraph("in a box")
            + "</mc:Fallback></mc:AlternateContent></w:r>";
    String body = "<w:p>" + hidden + shown + deleted + "<w:r><w:tab/><w:t>end</w:t></w:r></w:p>";
    assertThat(text(WordMaker.body(body + "<w:p>" + box + "</w:p>")))
        .isEqualTo("shown\tend\nin a box");
  }

  @Test
  void readsThousandsOfEscapedSigns() throws IOException {
    String many = "a &amp; b &lt; ".repeat(20_000);
    assertThat(text(WordMaker.body(paragraph(many)))).startsWith("a & b < a & b").hasSize(159_999);
  }

  @Test
  void refusesAnEntityWithoutLookingAtIt() throws IOException {
    String bomb =
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body><w:p><w:r><w:t>&b;&x;</w:t></w:r></w:p></w:body></w:document>";
    refuses(WordMaker.zip(WordMaker.rawParts(bomb)), "damaged or cut off");
  }

  @Test
  void refusesAnArchiveThatUnpacksToFarTooMuch() throws IOException {
    refuses(WordMaker.bomb("word/document.xml", 20), "unpacks to far more");
    refuses(WordMaker.bomb("word/media/image1.png", 20), "unpacks to far more");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 5_001; i++) {
      many.put("word/" + i + ".xml", new byte[0]);
    }
    refuses(WordMaker.zip(many), "unpacks to far more");
  }

  @Test
  void namesOtherFilesThatAreArchives() throws IOException {
    refuses(WordMaker.zip(Map.of("xl/workbook.xml", new byte[0])), "an Excel workbook");
    refuses(WordMaker.zip(Map.of("ppt/presentation.xml", new byte[0])), "a PowerPoint");
    refuses(WordMaker.zip(Map.of("META-INF/manifest.xml", new byte[0])), "an OpenDocument file");
    refuses(WordMaker.zip(Map.of("a.txt", new byte[0])), "a ZIP archive");
  }

  @Test
  void saysThatADocumentHasNoText() throws IOException {
    refuses(WordMaker.body("<w:p/>"), "There is no text in this document");
  }

  @Test
  void aDocumentWithFlippedBytesIsReadOrRefusedAndNothingElse() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    byte[] good = WordMaker.body(paragraph("words ".repeat(200)));
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bad = good.clone();
      for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(documents.read("a.docx", bad).text()).isNotEmpty();
      } catch (Problem problem) {
        refused++;
        assertThat(problem.hint()).isNotEmpty();
      }
    }
    assertThat(refused).isPositive();
  }

  private String text(byte[] word) {
    return documents.read("a.docx", word).text();
  }

  private void refuses(byte[] file, String words) {
    assertThatThrownBy(() -> documents.read("a.docx", file))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.hint()).isNotEmpty())
        .hasMessageContaining(words);
  }

  private static String numbered(String level, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\""
        + level
        + "\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>"
        + text
        + "</w:t></w:r></w:p>";
  }

  private static final String NUMBERING_RELATION =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/numbering" Target="numbering.xml"/>
      </Relationships>
      """;

  private static final String NUMBERING =
      """
      <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:abstractNum w:abstractNumId="3">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl>
      </w:abstractNum>
      <w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
      </w:numbering>
      """;
}
