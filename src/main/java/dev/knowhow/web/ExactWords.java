package dev.knowhow.web;

import dev.knowhow.run.RunView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds in a result the words that a check has found in a source, so that they can be tinted.
///
/// Two texts are the same words when they differ only in white space, case, and the shape of quotes
/// and dashes. Where two finds overlap, the one that begins first wins, then the longer one.
final class ExactWords {
  private static final int SHORTEST = 3;

  private ExactWords() {}

  private record Find(int start, int end, int source) {}

  /// The text in pieces, in order; nothing of it is lost.
  static List<ResultPart.Span> mark(String text, List<RunView.Source> sources) {
    Folded folded = Folded.of(text);
    List<Find> finds = new ArrayList<>();
    for (RunView.Source source : sources) {
      String words = Folded.of(source.words()).text().strip();
      if (words.length() >= SHORTEST) {
        int at = folded.text().indexOf(words);
        while (at >= 0) {
          int end = at + words.length();
          finds.add(new Find(folded.start(at), folded.end(end - 1), source.number()));
          at = folded.text().indexOf(words, end);
        }
      }
    }
    finds.sort(Comparator.comparingInt(Find::start).thenComparingInt(find -> -find.end()));
    return pieces(text, finds);
  }

  private static List<ResultPart.Span> pieces(String text, List<Find> finds) {
    List<ResultPart.Span> spans = new ArrayList<>();
    int done = 0;
    for (Find find : finds) {
      if (find.start() < done) {
        continue;
      }
      if (find.start() > done) {
        spans.add(new ResultPart.Span(text.substring(done, find.start()), 0));
      }
      spans.add(new ResultPart.Span(text.substring(find.start(), find.end()), find.source()));
      done = find.end();
    }
    if (done < text.length()) {
      spans.add(new ResultPart.Span(text.substring(done), 0));
    }
    return spans;
  }

  /// A text in its folded form, with where each character came from.
  private record Folded(String text, int[] starts, int[] ends) {

    static Folded of(String text) {
      StringBuilder folded = new StringBuilder(text.length());
      int[] starts = new int[text.length()];
      int[] ends = new int[text.length()];
      for (int i = 0; i < text.length(); i++) {
        char c = fold(text.charAt(i));
        int last = folded.length() - 1;
        if (c == ' ' && last >= 0 && folded.charAt(last) == ' ') {
          ends[last] = i + 1;
          continue;
        }
        starts[folded.length()] = i;
        ends[folded.length()] = i + 1;
        folded.append(c);
      }
      return new Folded(folded.toString(), starts, ends);
    }

    int start(int index) {
      return starts[index];
    }

    int end(int index) {
      return ends[index];
    }

    private static char fold(char c) {
      return switch (c) {
        case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032' -> '\'';
        case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033' -> '"';
        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
        default -> Character.isWhitespace(c) || c == '\u00a0' ? ' ' : Character.toLowerCase(c);
      };
    }
  }
}
