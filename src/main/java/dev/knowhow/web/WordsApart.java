package dev.knowhow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words that two texts do not have in common: the longest common run of words stays
/// unmarked. Texts with too many words between their common ends are marked there as a whole.
record WordsApart(List<Apart.Piece> was, List<Apart.Piece> now) {
  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
  private static final int MOST_WORDS = 1_500;

  /// Copies the lists.
  WordsApart {
    was = List.copyOf(was);
    now = List.copyOf(now);
  }

  /// The pieces of both texts, in order; nothing of them is lost.
  static WordsApart of(String was, String now) {
    List<String> one = words(was);
    List<String> other = words(now);
    int head = 0;
    int shorter = Math.min(one.size(), other.size());
    while (head < shorter && one.get(head).equals(other.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && one.get(one.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
      tail++;
    }
    boolean[] inOne = new boolean[one.size()];
    boolean[] inOther = new boolean[other.size()];
    markEnds(inOne, head, tail);
    markEnds(inOther, head, tail);
    List<String> oneMiddle = one.subList(head, one.size() - tail);
    List<String> otherMiddle = other.subList(head, other.size() - tail);
    if (oneMiddle.size() <= MOST_WORDS && otherMiddle.size() <= MOST_WORDS) {
      markCommon(oneMiddle, otherMiddle, inOne, inOther, head);
    }
    return new WordsApart(pieces(one, inOne), pieces(other, inOther));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static void markEnds(boolean[] common, int head, int tail) {
    for (int i = 0; i < common.length; i++) {
      common[i] = i < head || i >= common.length - tail;
    }
  }

  private static void markCommon(
      List<String> one, List<String> other, boolean[] inOne, boolean[] inOther, int head) {
    short[][] longest = new short[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        longest[i][j] =
            one.get(i).equals(other.get(j))
                ? (short) (longest[i + 1][j + 1] + 1)
                : longest[i + 1][j] > longest[i][j + 1] ? longest[i + 1][j] : longest[i][j + 1];
      }
    }
    int i = 0;
    int j = 0;
    while (i < one.size() && j < other.size()) {
      if (one.get(i).equals(other.get(j))) {
        inOne[head + i++] = true;
        inOther[head + j++] = true;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /// Neighbours of one kind in one piece; white space between two marked words is marked as well.
  private static List<Apart.Piece> pieces(List<String> words, boolean[] common) {
    List<Apart.Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean marked = false;
    for (int i = 0; i < words.size(); i++) {
      boolean bridge = words.get(i).isBlank() && marked && i + 1 < words.size() && !common[i + 1];
      boolean apart = !common[i] && !(words.get(i).isBlank() && !marked) || bridge;
      if (apart != marked && !piece.isEmpty()) {
        pieces.add(new Apart.Piece(piece.toString(), marked));
        piece.setLength(0);
      }
      marked = apart;
      piece.append(words.get(i));
    }
    if (!piece.isEmpty()) {
      pieces.add(new Apart.Piece(piece.toString(), marked));
    }
    return pieces;
  }
}
