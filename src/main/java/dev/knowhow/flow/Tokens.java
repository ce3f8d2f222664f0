package dev.knowhow.flow;

/// The words of a formula with a place between them that moves forward.
///
/// A word is read only when it is looked at: what stands after a comparison may be an option such
/// as `can't say`, which consists of no words of formulas. Not thread-safe.
final class Tokens {
  private final String formula;
  private int at;

  Tokens(String formula) {
    this.formula = formula;
  }

  /// The word at the place.
  Token next() throws WrongFormula {
    return Token.at(formula, at);
  }

  /// The word after the one at the place.
  Token afterNext() throws WrongFormula {
    return Token.at(formula, next().end());
  }

  /// The word at the place, which is then behind it.
  Token take() throws WrongFormula {
    Token token = next();
    at = token.end();
    return token;
  }

  /// Takes the next word if it is this one.
  boolean takeIf(String word) throws WrongFormula {
    Token token = next();
    if (!token.is(word)) {
      return false;
    }
    at = token.end();
    return true;
  }

  /// Takes this word or refuses.
  void require(String word) throws WrongFormula {
    if (!takeIf(word)) {
      throw unexpected("“" + word + "”");
    }
  }

  /// Whether some words stand at the place, whatever their capitals, and then another one begins.
  boolean standsHere(String words) {
    int start = start();
    int end = start + words.length();
    return formula.regionMatches(true, start, words, 0, words.length())
        && (end == formula.length() || !isWord(formula.charAt(end)));
  }

  /// Takes the words that [#standsHere] saw.
  void takeAll(String words) {
    at = start() + words.length();
  }

  /// That something else was wanted at the place.
  WrongFormula unexpected(String wanted) throws WrongFormula {
    Token token = next();
    String found =
        token.kind() == Token.Kind.END
            ? "the formula's end"
            : "“" + formula.substring(token.start(), token.end()) + "”";
    return new WrongFormula("found " + found + ", wanted " + wanted, "");
  }

  private int start() {
    int start = at;
    while (start < formula.length() && Character.isWhitespace(formula.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\'';
  }
}
