package dev.knowhow.flow;

import java.util.List;

/// The words of a formula with a place in them that moves forward. Not thread-safe.
final class Tokens {
  private final String formula;
  private final List<Token> tokens;
  private int at;

  Tokens(String formula) throws WrongFormula {
    this.formula = formula;
    tokens = Token.all(formula);
  }

  /// The word at the place.
  Token next() {
    return tokens.get(at);
  }

  /// The word after the one at the place.
  Token afterNext() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  /// The word at the place, which is then behind it.
  Token take() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /// Takes the next word if it is this one.
  boolean takeIf(String word) {
    if (!next().is(word)) {
      return false;
    }
    take();
    return true;
  }

  /// Takes this word or refuses.
  void require(String word) throws WrongFormula {
    if (!takeIf(word)) {
      throw unexpected("“" + word + "”");
    }
  }

  /// Whether the formula has some words at the place, whatever their capitals, and then another one
  /// begins.
  boolean standsHere(String words) {
    int start = next().start();
    int end = start + words.length();
    return formula.regionMatches(true, start, words, 0, words.length())
        && (end == formula.length() || !isWord(formula.charAt(end)));
  }

  /// Takes the words that [#standsHere] saw.
  void takeAll(String words) {
    int end = next().start() + words.length();
    while (next().kind() != Token.Kind.END && next().start() < end) {
      take();
    }
  }

  /// That something else was wanted at the place.
  WrongFormula unexpected(String wanted) {
    Token token = next();
    String found =
        token.kind() == Token.Kind.END
            ? "the formula's end"
            : "“" + formula.substring(token.start(), token.end()) + "”";
    return new WrongFormula("found " + found + ", wanted " + wanted, "");
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\'';
  }
}
