package dev.knowhow.flow;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of a formula.
///
/// @param kind what it is
/// @param text the word; of a quoted text what is between the quotes
/// @param start where it begins in the formula
/// @param end where it ends
record Token(Kind kind, String text, int start, int end) {

  /// What a word is.
  enum Kind {
    NAME,
    FUNCTION,
    NUMBER,
    MONEY,
    DATE,
    TEXT,
    SIGN,
    END
  }

  private static final Pattern NEXT =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{2}-\\d{2})(?![\\d])"
              + "|\\$ ?(?<money>\\d+(?:\\.\\d+)?)"
              + "|(?<number>\\d+(?:\\.\\d+)?)"
              + "|\"(?<text>(?:[^\"\\\\]|\\\\.|\"\")*)\""
              + "|(?<function>[A-Z][A-Z0-9]*)(?=\\s*\\()"
              + "|(?<name>[a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)"
              + "|(?<sign><>|<=|>=|[-+*/&=<>(),%])");

  /// The word that begins at a place or after the white space there; an END after the last.
  static Token at(String formula, int place) throws WrongFormula {
    int at = place;
    while (at < formula.length() && Character.isWhitespace(formula.charAt(at))) {
      at++;
    }
    if (at >= formula.length()) {
      return new Token(Kind.END, "", formula.length(), formula.length());
    }
    Matcher next = NEXT.matcher(formula).region(at, formula.length());
    if (!next.lookingAt()) {
      throw unreadable(formula, at);
    }
    return token(next);
  }

  boolean is(String word) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(word);
  }

  private static Token token(Matcher found) {
    for (Kind kind :
        List.of(Kind.DATE, Kind.MONEY, Kind.NUMBER, Kind.FUNCTION, Kind.NAME, Kind.SIGN)) {
      String text = found.group(kind.name().toLowerCase(Locale.ROOT));
      if (text != null) {
        return new Token(kind, text, found.start(), found.end());
      }
    }
    String quoted = found.group("text").replace("\"\"", "\"").replaceAll("\\\\(.)", "$1");
    return new Token(Kind.TEXT, quoted, found.start(), found.end());
  }

  private static WrongFormula unreadable(String formula, int at) {
    char c = formula.charAt(at);
    String rest = formula.substring(at, Math.min(formula.length(), at + 20));
    if (c == '"' || c == '“' || c == '”') {
      return new WrongFormula(
          "found “" + rest + "”, a quotation mark without its partner",
          "Put the text between two straight quotation marks; inside it write \\\" for one.");
    }
    if (c == '\'') {
      return new WrongFormula(
          "found “" + rest + "”, and texts stand in double quotation marks", "Write \"text\".");
    }
    return new WrongFormula(
        "found “" + rest + "”, which no formula has at this place",
        "Formulas consist of names, numbers, \"texts\", + - * / &, comparisons and functions.");
  }
}
