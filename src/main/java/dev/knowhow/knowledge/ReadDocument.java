package dev.knowhow.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/// The text of a document.
///
/// @param name the file's name as the person knows it
/// @param kind what the bytes are, whatever the name says
/// @param pages the pages in order; at least one, and at least one has text
public record ReadDocument(String name, Kind kind, List<Page> pages) {

  /// What sort of file it is.
  public enum Kind {
    /// A PDF with text.
    PDF,
    /// A Word document; it has one page, because its pages are made when it is printed.
    DOCX,
    /// Plain text or Markdown; it has one page.
    TEXT
  }

  /// Copies the pages.
  public ReadDocument {
    pages = List.copyOf(pages);
  }

  /// The whole text, pages parted by an empty line.
  public String text() {
    return pages.stream()
        .map(Page::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /// How many words the text has: runs of anything between white space.
  public int words() {
    int words = 0;
    boolean inWord = false;
    String text = text();
    for (int i = 0; i < text.length(); i++) {
      boolean white = Character.isWhitespace(text.charAt(i));
      if (!white && !inWord) {
        words++;
      }
      inWord = !white;
    }
    return words;
  }
}
