package dev.knowhow.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/// The program that reads one PDF in a process of its own: PDF in on standard input, pages out on
/// standard output.
///
/// A PDF unpacks to what its maker wants it to, and the library that reads it can't be told when to
/// stop. So it reads where it can be ended, and where running out of memory ends nothing else.
public final class PdfProgram {
  /// The first byte of the output, and what follows it.
  enum Reply {
    /// The number of pages, then each page's length and UTF-8 bytes.
    PAGES,
    /// Nothing: the file has a password or wants a certificate.
    PASSWORD,
    /// Nothing: the file can't be read.
    BROKEN,
    /// The number of pages, which are too many.
    TOO_MANY_PAGES,
    /// Nothing: there is more text than is allowed.
    TOO_MUCH_TEXT
  }

  private PdfProgram() {}

  /// Reads one PDF.
  ///
  /// @param limits how many pages and how many characters there may be
  public static void main(String[] limits) throws IOException {
    byte[] pdf = System.in.readAllBytes();
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(reply)) {
      answer(pdf, Integer.parseInt(limits[0]), Integer.parseInt(limits[1]), out);
    }
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
      reply.writeTo(out);
    }
    // fonts and caches may have left threads behind
    System.exit(0);
  }

  private static void answer(byte[] pdf, int mostPages, int mostCharacters, DataOutputStream out)
      throws IOException {
    FontMappers.set(new OneFont());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      if (pages > mostPages) {
        out.writeUTF(Reply.TOO_MANY_PAGES.name());
        out.writeInt(pages);
        return;
      }
      List<String> texts = PdfPages.of(document, mostCharacters);
      if (texts.size() < pages) {
        out.writeUTF(Reply.TOO_MUCH_TEXT.name());
        return;
      }
      out.writeUTF(Reply.PAGES.name());
      out.writeInt(texts.size());
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
    } catch (InvalidPasswordException | NoClassDefFoundError _) {
      // a certificate takes the place of a password where the library wants one more library
      out.writeUTF(Reply.PASSWORD.name());
    } catch (IOException | RuntimeException _) {
      // whatever the library throws, it means that this file could not be read
      out.writeUTF(Reply.BROKEN.name());
    }
  }
}
