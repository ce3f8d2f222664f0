package dev.knowhow.knowledge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads the text of documents.
///
/// What a file is, is told by its bytes; its name and the browser's word for it are never trusted.
/// Everything is bounded: bytes, pages, characters, time, and what an archive may unpack to.
/// Thread-safe.
public final class Documents {
  /// How many bytes a document may have.
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  /// How many pages a PDF may have.
  public static final int MAX_PAGES = 500;

  private static final int MAX_CHARACTERS = 4_000_000;
  private static final Duration MOST_TIME = Duration.ofSeconds(60);
  private static final int MEGABYTES = 384;
  private static final int MAX_NAME = 120;

  private final PdfProcess pdfs;

  /// A reader of documents.
  public Documents() {
    this(new PdfProcess(MAX_PAGES, MOST_TIME, MEGABYTES));
  }

  Documents(PdfProcess pdfs) {
    this.pdfs = pdfs;
  }

  /// Reads a PDF, a Word document or plain text.
  ///
  /// @param fileName the name as the person knows it; only shown
  /// @throws dev.knowhow.problem.Problem that says what is wrong with the file and what to do
  public ReadDocument read(String fileName, byte[] bytes) {
    return readAs(shown(fileName), bytes);
  }

  private ReadDocument readAs(String fileName, byte[] bytes) {
    if (bytes.length == 0) {
      throw DocumentProblem.empty(fileName);
    }
    if (bytes.length > MAX_BYTES) {
      throw DocumentProblem.tooLarge(fileName, bytes.length);
    }
    return switch (FileKind.of(bytes)) {
      case FileKind.Pdf() -> pdf(fileName, bytes);
      case FileKind.Zip() ->
          onePage(fileName, ReadDocument.Kind.DOCX, new WordDocument(fileName, bytes).text());
      case FileKind.Unmarked() ->
          onePage(
              fileName,
              ReadDocument.Kind.TEXT,
              TextFile.read(bytes)
                  .orElseThrow(() ->
                      DocumentProblem.otherKind(
                          fileName, "a file of a kind that Knowhow does not know")));
      case FileKind.Protected() -> throw DocumentProblem.password(fileName);
      case FileKind.Picture(String words) -> throw DocumentProblem.image(fileName, words);
      case FileKind.Other(String words) -> throw DocumentProblem.otherKind(fileName, words);
    };
  }

  /// The last part of a name, in one line and not too long.
  private static String shown(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String line = PlainText.of(last).replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "document";
    }
    int end = line.offsetByCodePoints(0, Math.min(MAX_NAME, line.codePointCount(0, line.length())));
    return line.substring(0, end);
  }

  private ReadDocument pdf(String fileName, byte[] bytes) {
    List<Page> pages = new ArrayList<>();
    for (String raw : pdfs.pages(fileName, bytes)) {
      pages.add(new Page(pages.size() + 1, PlainText.of(raw)));
    }
    if (pages.stream().noneMatch(page -> hasWords(page.text()))) {
      throw DocumentProblem.scanned(fileName, pages.size());
    }
    return new ReadDocument(fileName, ReadDocument.Kind.PDF, pages);
  }

  private static ReadDocument onePage(String fileName, ReadDocument.Kind kind, String raw) {
    String text = PlainText.of(raw);
    if (text.length() > MAX_CHARACTERS) {
      throw DocumentProblem.tooMuchText(fileName);
    }
    if (!hasWords(text)) {
      throw DocumentProblem.noText(fileName);
    }
    return new ReadDocument(fileName, kind, List.of(new Page(1, text)));
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
