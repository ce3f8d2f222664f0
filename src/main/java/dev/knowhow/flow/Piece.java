package dev.knowhow.flow;

/// A part of a formula that was read: its JavaScript and its sort.
///
/// @param js the JavaScript that computes it
/// @param literal what kind of literal it is, for the few places where a number stands for money or
///   a text for a length
/// @param written a literal's own text
record Piece(String js, Sort sort, Literal literal, String written) {

  /// What kind of literal a piece is.
  enum Literal {
    NONE,
    NUMBER,
    TEXT
  }

  static Piece of(String js, Sort sort) {
    return new Piece(js, sort, Literal.NONE, "");
  }

  static Piece number(String written) {
    return new Piece(
        "NUMBER(" + Js.text(written) + ")", new Sort.Number(), Literal.NUMBER, written);
  }

  static Piece text(String written) {
    return new Piece(Js.text(written), Sort.TEXT, Literal.TEXT, written);
  }

  static Piece wrong() {
    return of("NOT_REACHED(\"?\")", new Sort.Wrong());
  }

  boolean isWrong() {
    return sort instanceof Sort.Wrong
        || (sort instanceof Sort.Items(Sort each) && each instanceof Sort.Wrong);
  }

  /// The sort of what is inside a list, or of the piece itself.
  Sort element() {
    Sort inside = sort;
    while (inside instanceof Sort.Items(Sort each)) {
      inside = each;
    }
    return inside;
  }
}
