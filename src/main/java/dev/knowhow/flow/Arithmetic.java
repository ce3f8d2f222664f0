package dev.knowhow.flow;

import java.util.Arrays;
import java.util.List;

/// Which sorts each operator takes, and what comes out.
final class Arithmetic {
  private Arithmetic() {}

  /// `a + b` or `a - b`.
  static Piece sum(Piece left, String sign, Piece right) throws WrongFormula {
    if (left.isWrong() || right.isWrong()) {
      return Piece.wrong();
    }
    refuseLists(left, right);
    boolean plus = sign.equals("+");
    String name = plus ? "ADD" : "SUBTRACT";
    Piece a = left;
    Piece b = right;
    if (!(a.sort() instanceof Sort.Date) && !(b.sort() instanceof Sort.Date)) {
      List<Piece> both = Agreement.among(List.of(left, right));
      a = both.getFirst();
      b = both.getLast();
    }
    if (a.sort() instanceof Sort.Date && b.sort() instanceof Sort.Number) {
      return called(name, new Sort.Date(), a, b);
    }
    if (plus && a.sort() instanceof Sort.Number && b.sort() instanceof Sort.Date) {
      return called(name, new Sort.Date(), a, b);
    }
    if (!plus && a.sort() instanceof Sort.Date) {
      Piece other = Agreement.as(new Sort.Date(), b);
      if (other.sort() instanceof Sort.Date) {
        return called(name, new Sort.Number(), a, other);
      }
    }
    if (isAmount(a.sort()) && Agreement.agree(a.sort(), b.sort())) {
      return called(name, a.sort(), a, b);
    }
    String doing = plus ? "can't be added to " : "can't be taken from ";
    throw new WrongFormula(
        b.sort().words() + " " + doing + a.sort().words(), hint(a.sort(), b.sort()));
  }

  /// `a * b` or `a / b`.
  static Piece product(Piece a, String sign, Piece second) throws WrongFormula {
    if (a.isWrong() || second.isWrong()) {
      return Piece.wrong();
    }
    refuseLists(a, second);
    Piece b = a.sort() instanceof Sort.Length ? Agreement.as(a.sort(), second) : second;
    boolean times = sign.equals("*");
    String name = times ? "MULTIPLY" : "DIVIDE";
    if (b.sort() instanceof Sort.Number && isAmount(a.sort())) {
      return called(name, a.sort(), a, b);
    }
    if (times && a.sort() instanceof Sort.Number && isAmount(b.sort())) {
      return called(name, b.sort(), a, b);
    }
    if (!times && isAmount(a.sort()) && Agreement.agree(a.sort(), b.sort())) {
      return called(name, new Sort.Number(), a, b);
    }
    throw new WrongFormula(
        a.sort().words()
            + (times ? " can't be multiplied by " : " can't be divided by ")
            + b.sort().words(),
        "Multiply and divide numbers, or an amount or a length by a number.");
  }

  private static void refuseLists(Piece a, Piece b) throws WrongFormula {
    for (Piece each : List.of(a, b)) {
      if (each.sort() instanceof Sort.Items || each.sort() instanceof Sort.Fields) {
        throw new WrongFormula(
            each.sort().words() + " can't be calculated with",
            "Name one value, or make one of the list: SUM(list).");
      }
    }
  }

  /// `-a`.
  static Piece negative(Piece a) throws WrongFormula {
    if (a.isWrong()) {
      return a;
    }
    if (!isAmount(a.sort())) {
      throw new WrongFormula(a.sort().words() + " can't be negative", "");
    }
    return a.literal() == Piece.Literal.NUMBER
        ? Piece.number("-" + a.written())
        : called("NEGATE", a.sort(), a);
  }

  /// `a & b`.
  static Piece together(Piece a, Piece b) throws WrongFormula {
    for (Piece each : List.of(a, b)) {
      if (each.sort() instanceof Sort.Items || each.sort() instanceof Sort.Fields) {
        throw new WrongFormula(
            each.sort().words() + " can't be put into a text by &",
            "Write JOIN(list, \", \") for a list.");
      }
    }
    return called("TOGETHER", Sort.TEXT, a, b);
  }

  /// `a = b` and the other comparisons.
  static Piece comparison(Piece left, String sign, Piece right) throws WrongFormula {
    if (left.isWrong() || right.isWrong()) {
      return Piece.of("NOT_REACHED(\"?\")", new Sort.YesNo());
    }
    List<Piece> both = Agreement.among(List.of(left, right));
    Piece a = both.getFirst();
    Piece b = both.getLast();
    for (Piece each : both) {
      if (each.sort() instanceof Sort.Items || each.sort() instanceof Sort.Fields) {
        throw new WrongFormula(
            each.sort().words() + " can't be compared",
            "Name one value, or count: COUNT(list where field = value).");
      }
    }
    if (!Agreement.agree(a.sort(), b.sort())) {
      throw new WrongFormula(
          a.sort().words() + " can't be compared with " + b.sort().words(),
          hint(a.sort(), b.sort()));
    }
    String name =
        switch (sign) {
          case "=" -> "EQ";
          case "<>" -> "NE";
          case "<" -> "LT";
          case "<=" -> "LE";
          case ">" -> "GT";
          default -> "GE";
        };
    return called(name, new Sort.YesNo(), a, b);
  }

  /// Whether a sort can be added up.
  static boolean isAmount(Sort sort) {
    return sort instanceof Sort.Number
        || sort instanceof Sort.Money
        || sort instanceof Sort.Length
        || sort instanceof Sort.Wrong;
  }

  /// A call of a function of the prelude.
  static Piece called(String name, Sort sort, Piece... arguments) {
    return Piece.of(
        name + "(" + String.join(", ", Arrays.stream(arguments).map(Piece::js).toList()) + ")",
        sort);
  }

  private static String hint(Sort a, Sort b) {
    if (a instanceof Sort.Date || b instanceof Sort.Date) {
      return "To a date only a number of days can be added; two dates can be subtracted.";
    }
    if (a instanceof Sort.Money || b instanceof Sort.Money) {
      return "Declare both as money, or write an amount like $12.50.";
    }
    if (a instanceof Sort.Text || b instanceof Sort.Text) {
      return "Texts are compared with \"texts\" and joined with &.";
    }
    return "Use two values of the same kind.";
  }
}
