package dev.knowhow.web;

import java.util.List;

/// Two texts side by side, with the words marked that only one of them has.
///
/// @param label what they are
/// @param same whether they are equal
/// @param note what else to know, or empty
/// @param was the first text in pieces
/// @param now the second text in pieces
record Apart(String label, boolean same, String note, List<Piece> was, List<Piece> now) {

  /// Copies the lists.
  Apart {
    was = List.copyOf(was);
    now = List.copyOf(now);
  }

  /// Some text, and whether the other one does not have it here.
  record Piece(String text, boolean marked) {}

  /// Two texts compared word by word.
  static Apart of(String label, String note, String was, String now) {
    WordsApart words = WordsApart.of(was, now);
    return new Apart(label, was.equals(now), note, words.was(), words.now());
  }

  /// Whether the first text is empty.
  boolean nothingBefore() {
    return was.isEmpty();
  }

  /// Whether the second text is empty.
  boolean nothingNow() {
    return now.isEmpty();
  }
}
