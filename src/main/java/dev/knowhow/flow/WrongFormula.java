package dev.knowhow.flow;

/// A formula that can't be read or makes no sense, with what to do.
final class WrongFormula extends Exception {
  private static final long serialVersionUID = 1L;

  private final String hint;

  WrongFormula(String what, String hint) {
    super(what);
    this.hint = hint;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String hint() {
    return hint;
  }
}
