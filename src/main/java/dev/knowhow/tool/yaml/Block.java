package dev.knowhow.tool.yaml;

import java.util.List;
import java.util.function.IntFunction;

/// The lines of a collection that is written without brackets, one piece below the other.
///
/// A piece's lines are its own, with the comment directly above it.
///
/// @param text the whole file
/// @param collection not in brackets and not empty
record Block(String text, Laid collection) {

  /// The text with one more piece.
  ///
  /// @param written what to write, given the column
  String inserted(int at, IntFunction<String> written) {
    int indent = column(begin(0));
    String gap = isSpacedOut() ? "\n\n" : "\n";
    if (at == 0) {
      int begin = ownsItsLines(0) ? firstLine(0) + indent : begin(0);
      return text.substring(0, begin)
          + written.apply(indent)
          + gap
          + " ".repeat(indent)
          + text.substring(begin);
    }
    int end = lineEnd(end(at - 1));
    return text.substring(0, end)
        + gap
        + " ".repeat(indent)
        + written.apply(indent)
        + text.substring(end);
  }

  /// A piece as it is written in this collection.
  String written(String key, Yaml piece, int indent) {
    return collection instanceof Laid.Items
        ? YamlWriter.item(piece, indent)
        : YamlWriter.entry(key, piece, indent);
  }

  /// The text without a piece; there is another one.
  String without(int at) {
    if (!ownsItsLines(at)) {
      return text.substring(0, begin(at)) + text.substring(begin(at + 1));
    }
    int from = firstLine(at);
    int to = Math.min(text.length(), lineEnd(end(at)) + 1);
    while (to < text.length() && text.charAt(to) == '\n' && (at == 0 || blankBefore(from))) {
      to++;
    }
    while (to == text.length() && blankBefore(from)) {
      from--;
    }
    return text.substring(0, from) + text.substring(to);
  }

  /// The text with a piece among its siblings moved; its lines go as they are.
  ///
  /// @param to the place, from 0, counted without the piece itself
  String moved(int at, int to) {
    String without = without(at);
    int from = firstLine(at);
    String lines = text.substring(from, lineEnd(end(at)));
    int before = to < at ? to : to + 1;
    int last = collection.inside().size();
    int place = before < last ? firstLine(before) : lineEnd(end(last - 1)) + 1;
    int taken = text.length() - without.length();
    int here = Math.min(without.length(), place > from ? place - taken : place);
    String gap = isSpacedOut() ? "\n\n" : "\n";
    if (before < last) {
      return without.substring(0, here) + lines + gap + without.substring(here);
    }
    return without.substring(0, here).stripTrailing()
        + gap
        + lines
        + "\n"
        + without.substring(here);
  }

  /// The text in which a piece has another content.
  String replaced(int at, Yaml piece) {
    Laid old = collection.inside().get(at);
    int from = colonOrDash(at);
    boolean empty = old.end() <= from;
    int indent = column(begin(at));
    return text.substring(0, from)
        + YamlWriter.value(piece, indent)
        + text.substring(empty ? from : old.end());
  }

  /// Whether nothing else stands on a piece's first line; the first key behind a dash does not.
  boolean ownsItsLines(int at) {
    return text.substring(lineStart(begin(at)), begin(at)).isBlank();
  }

  private int colonOrDash(int at) {
    return switch (collection) {
      case Laid.Entries(int _, int _, boolean _, List<Laid.Entry> entries) ->
          text.indexOf(':', entries.get(at).keyEnd()) + 1;
      case Laid.Items _ -> begin(at) + 1;
      case Laid.Words _ -> throw new IllegalStateException("a text holds no pieces");
    };
  }

  /// Where a piece begins: its key, or its dash.
  private int begin(int at) {
    return switch (collection) {
      case Laid.Entries(int _, int _, boolean _, List<Laid.Entry> entries) ->
          entries.get(at).start();
      case Laid.Items(int _, int _, boolean _, List<Laid> items) ->
          text.lastIndexOf('-', Math.max(0, items.get(at).start() - 1));
      case Laid.Words _ -> throw new IllegalStateException("a text holds no pieces");
    };
  }

  private int end(int at) {
    return collection.inside().get(at).end();
  }

  /// The first of a piece's lines, with the comment above it.
  private int firstLine(int at) {
    int line = lineStart(begin(at));
    String indent = text.substring(line, begin(at));
    while (line > 0) {
      int above = lineStart(line - 1);
      if (!text.startsWith(indent + "#", above)) {
        break;
      }
      line = above;
    }
    return line;
  }

  /// Whether a blank line stands between two pieces.
  private boolean isSpacedOut() {
    return collection.inside().size() > 1 && blankBefore(firstLine(1));
  }

  private boolean blankBefore(int line) {
    return line > 1 && text.charAt(line - 1) == '\n' && text.charAt(line - 2) == '\n';
  }

  private int column(int at) {
    return at - lineStart(at);
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
