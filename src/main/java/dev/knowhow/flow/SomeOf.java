package dev.knowhow.flow;

import java.util.List;

/// The functions that take lists as well as single values: SUM, COUNT, MIN, MAX, AVERAGE.
final class SomeOf {
  private SomeOf() {}

  /// SUM; of no amounts at all it is still an amount, of no lengths a length.
  static Piece sum(List<Piece> arguments) throws WrongFormula {
    Piece sum = amounts("SUM", arguments);
    return switch (sum.sort()) {
      case Sort.Money _ -> Piece.of("SUM_OF_MONEY" + sum.js().substring(3), sum.sort());
      case Sort.Length _ -> Piece.of("SUM_OF_LENGTHS" + sum.js().substring(3), sum.sort());
      case Sort.Text _,
          Sort.Number _,
          Sort.Date _,
          Sort.YesNo _,
          Sort.Document _,
          Sort.Items _,
          Sort.Fields _,
          Sort.Wrong _ ->
          sum;
    };
  }

  /// SUM or AVERAGE.
  static Piece amounts(String name, List<Piece> arguments) throws WrongFormula {
    List<Piece> agreeing = alike(name, arguments);
    Sort each = agreeing.getFirst().element();
    if (!Arithmetic.isAmount(each)) {
      throw new WrongFormula(
          name + " has " + manyWords(each),
          "It takes numbers, amounts of money or lengths." + field(each));
    }
    return Functions.made(name, agreeing, each);
  }

  /// MIN or MAX.
  static Piece ordered(String name, List<Piece> arguments) throws WrongFormula {
    List<Piece> agreeing = alike(name, arguments);
    Sort each = agreeing.getFirst().element();
    if (!Arithmetic.isAmount(each) && !(each instanceof Sort.Date)) {
      throw new WrongFormula(
          name + " has " + manyWords(each),
          "It takes numbers, amounts of money, dates or lengths." + field(each));
    }
    return Functions.made(name, agreeing, each);
  }

  /// COUNT.
  static Piece counted(List<Piece> arguments) throws WrongFormula {
    Functions.count("COUNT", arguments, 1, 1);
    requireList("COUNT", arguments.getFirst());
    return Functions.made("COUNT", arguments, new Sort.Number());
  }

  /// Refuses anything but a list.
  static void requireList(String name, Piece piece) throws WrongFormula {
    if (!(piece.sort() instanceof Sort.Items) && !piece.isWrong()) {
      throw new WrongFormula(
          name + " has " + piece.sort().words(), "It takes a list, such as found.lines.");
    }
  }

  private static List<Piece> alike(String name, List<Piece> arguments) throws WrongFormula {
    Functions.count(name, arguments, 1, 30);
    List<Piece> agreeing = Agreement.among(arguments);
    Sort first = agreeing.getFirst().element();
    for (Piece piece : agreeing) {
      if (!Agreement.agree(piece.element(), first)) {
        throw new WrongFormula(
            name + " has " + first.words() + " and " + piece.element().words(),
            "All must be of the same kind.");
      }
    }
    return agreeing;
  }

  private static String manyWords(Sort each) {
    return each instanceof Sort.Fields ? "a table" : each.words();
  }

  private static String field(Sort each) {
    return each instanceof Sort.Fields(var fields) && !fields.isEmpty()
        ? " Name a field of the table: one of " + String.join(", ", fields.keySet()) + "."
        : "";
  }
}
