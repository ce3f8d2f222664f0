package dev.knowhow.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Makes PDFs for tests.
final class PdfMaker {
  private PdfMaker() {}

  /// A PDF with a page for each text; an empty text gives an empty page.
  static byte[] pages(List<String> texts) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (String text : texts) {
        page(document, text);
      }
      return saved(document);
    }
  }

  /// A text and the place of its first letter, in points from the page's lower left corner.
  record Placed(int x, int y, String text) {}

  /// A PDF of one page on which texts are drawn in this order.
  static byte[] drawn(List<Placed> texts) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        for (Placed text : texts) {
          content.beginText();
          content.newLineAtOffset(text.x(), text.y());
          content.showText(text.text());
          content.endText();
        }
      }
      return saved(document);
    }
  }

  /// A PDF that wants `password`, or, where that is empty, only forbids to change it.
  static byte[] locked(String text, String password) throws IOException {
    try (PDDocument document = new PDDocument()) {
      page(document, text);
      AccessPermission nothing = new AccessPermission();
      nothing.setCanModify(false);
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner-password", password, nothing);
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      return saved(document);
    }
  }

  /// A small PDF whose one page unpacks to a text of `megabytes`.
  static byte[] bomb(int megabytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] megabyte = "a".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new DeflaterOutputStream(packed)) {
      out.write('(');
      for (int i = 0; i < megabytes; i++) {
        out.write(megabyte);
      }
    }
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      PDStream stream = new PDStream(document);
      try (OutputStream raw = stream.getCOSObject().createRawOutputStream()) {
        packed.writeTo(raw);
      }
      stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
      page.setContents(stream);
      document.addPage(page);
      return saved(document);
    }
  }

  private static void page(PDDocument document, String text) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
      content.beginText();
      content.newLineAtOffset(50, 740);
      for (String line : text.split("\n")) {
        content.showText(line);
        content.newLineAtOffset(0, -14);
      }
      content.endText();
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
