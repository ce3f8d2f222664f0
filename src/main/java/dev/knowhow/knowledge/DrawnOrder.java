package dev.knowhow.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads a page in the order in which it was drawn, and tells whether that is an order to read in.
///
/// Most programs draw a page as it is read, columns one after the other, and sorting it by place
/// would mix the columns. Programs that fill in forms draw all labels first and all values after
/// them, over the same area: then only the place says which value belongs to which label. So where
/// the drawing turns back up the page, and what follows lies between what was drawn there before
/// and not beside it, the page is to be read by place.
///
/// Not thread-safe.
final class DrawnOrder extends PDFTextStripper {
  private static final int FEWEST_WORDS = 4;

  private record Word(float left, float right, float y, float height) {}

  private final List<Word> words = new ArrayList<>();

  /// The text of a page in the order in which it was drawn.
  String page(PDDocument document, int number) throws IOException {
    words.clear();
    setStartPage(number);
    setEndPage(number);
    return getText(document);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) throws IOException {
    if (!positions.isEmpty()) {
      TextPosition first = positions.getFirst();
      TextPosition last = positions.getLast();
      float right = last.getXDirAdj() + last.getWidthDirAdj();
      words.add(new Word(first.getXDirAdj(), right, first.getYDirAdj(), first.getHeightDir()));
    }
    super.writeString(text, positions);
  }

  /// Whether a later part of the page just read was drawn over an earlier one.
  boolean isDrawnOver() {
    int start = 0;
    for (int i = 1; i < words.size(); i++) {
      if (turnsBack(words.get(i - 1), words.get(i))) {
        if (start > 0 && liesBetween(start, i)) {
          return true;
        }
        start = i;
      }
    }
    return start > 0 && liesBetween(start, words.size());
  }

  private static boolean turnsBack(Word before, Word next) {
    return next.y < before.y - 3 * Math.max(4, next.height);
  }

  /// Whether more than a third of the words from `start` to `end` lie within the width of the
  /// earlier words that stand at the same height of the page; the last value of a row lies outside.
  private boolean liesBetween(int start, int end) {
    List<Word> part = words.subList(start, end);
    if (part.size() < FEWEST_WORDS) {
      return false;
    }
    float top = Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (Word word : part) {
      top = Math.min(top, word.y - word.height);
      bottom = Math.max(bottom, word.y + word.height);
    }
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    int beside = 0;
    for (Word earlier : words.subList(0, start)) {
      if (earlier.y >= top && earlier.y <= bottom) {
        left = Math.min(left, earlier.left);
        right = Math.max(right, earlier.right);
        beside++;
      }
    }
    int within = 0;
    for (Word word : part) {
      within += word.left < right && word.right > left ? 1 : 0;
    }
    return beside >= FEWEST_WORDS && within * 3 > part.size();
  }
}
