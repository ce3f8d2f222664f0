package dev.knowhow.flow;

import dev.knowhow.tool.Lengths;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/// Makes pieces agree that stand side by side: a plain number beside money is money, a quoted text
/// beside a length is a length. Only literals change; a name keeps the sort it was declared with.
final class Agreement {
  private Agreement() {}

  /// The pieces, with literals turned into the sort that the others have.
  static List<Piece> among(List<Piece> pieces) throws WrongFormula {
    Sort wanted = null;
    for (Piece piece : pieces) {
      if (piece.literal() == Piece.Literal.NONE && !piece.isWrong()) {
        wanted = piece.element();
        break;
      }
    }
    if (wanted == null) {
      return pieces;
    }
    List<Piece> agreeing = new ArrayList<>();
    for (Piece piece : pieces) {
      agreeing.add(as(wanted, piece));
    }
    return agreeing;
  }

  /// A literal as another sort, where it can be.
  static Piece as(Sort wanted, Piece piece) throws WrongFormula {
    String written = piece.written();
    if (piece.literal() == Piece.Literal.NUMBER && wanted instanceof Sort.Money) {
      return Piece.of("MONEY(" + Js.text(written) + ")", wanted);
    }
    if (piece.literal() != Piece.Literal.TEXT) {
      return piece;
    }
    return switch (wanted) {
      case Sort.Length _ -> {
        if (Lengths.parse(written).isEmpty()) {
          throw new WrongFormula(
              "“" + written + "” is no length", "Write it like \"4'-6\\\"\" or \"19 mm\".");
        }
        yield Piece.of("LENGTH_OF(" + Js.text(Lengths.plain(written)) + ")", wanted);
      }
      case Sort.Date _ -> date(written);
      case Sort.Text(List<String> options) -> {
        if (!options.isEmpty() && options.stream().noneMatch(written::equalsIgnoreCase)) {
          throw new WrongFormula(
              "it can never be “" + written + "”", KnownWords.hint(written, options));
        }
        yield piece;
      }
      case Sort.Number _,
          Sort.Money _,
          Sort.YesNo _,
          Sort.Document _,
          Sort.Items _,
          Sort.Fields _,
          Sort.Wrong _ ->
          piece;
    };
  }

  /// Whether two sorts can be compared or stand for each other.
  static boolean agree(Sort a, Sort b) {
    if (a instanceof Sort.Wrong || b instanceof Sort.Wrong) {
      return true;
    }
    return switch (a) {
      case Sort.Text _ -> b instanceof Sort.Text;
      case Sort.Number _ -> b instanceof Sort.Number;
      case Sort.Money _ -> b instanceof Sort.Money;
      case Sort.Date _ -> b instanceof Sort.Date;
      case Sort.Length _ -> b instanceof Sort.Length;
      case Sort.YesNo _ -> b instanceof Sort.YesNo;
      case Sort.Document _ -> b instanceof Sort.Document;
      case Sort.Items(Sort each) -> b instanceof Sort.Items(Sort other) && agree(each, other);
      case Sort.Fields _ -> a.equals(b);
      case Sort.Wrong _ -> true;
    };
  }

  private static Piece date(String written) throws WrongFormula {
    try {
      return Piece.of(
          "DATE_OF(" + Js.text(LocalDate.parse(written).toString()) + ")", new Sort.Date());
    } catch (DateTimeParseException noDate) {
      throw new WrongFormula(
          "“" + written + "” is no date", "Write it like 2026-10-09, without quotation marks.");
    }
  }
}
