package dev.knowhow.flow;

import java.util.ArrayList;
import java.util.List;

/// The functions of formulas: what each takes and gives.
final class Functions {
  /// All names, for messages.
  static final List<String> NAMES =
      List.of(
          "SUM",
          "COUNT",
          "MIN",
          "MAX",
          "AVERAGE",
          "ROUND",
          "ABS",
          "IF",
          "EXACT",
          "CONTAINS",
          "WORDS",
          "UPPER",
          "LOWER",
          "TRIM",
          "TEXT",
          "DATE",
          "YEAR",
          "MONTH",
          "DAY",
          "EDATE",
          "WORKDAY",
          "NETWORKDAYS",
          "TODAY",
          "JOIN",
          "UNIQUE",
          "FIRST");

  private Functions() {}

  /// The call of a function.
  static Piece call(String name, List<Piece> arguments) throws WrongFormula {
    return switch (name) {
      case "SUM" -> SomeOf.sum(arguments);
      case "AVERAGE" -> SomeOf.amounts(name, arguments);
      case "MIN", "MAX" -> SomeOf.ordered(name, arguments);
      case "COUNT" -> SomeOf.counted(arguments);
      case "IF" -> choice(arguments);
      case "ROUND" -> rounded(arguments);
      case "ABS" -> sameAsFirst(name, arguments, 1, "number");
      case "EXACT", "CONTAINS" -> onTexts(name, arguments, 2, new Sort.YesNo());
      case "WORDS" -> onTexts(name, arguments, 1, new Sort.Number());
      case "UPPER", "LOWER", "TRIM" -> onTexts(name, arguments, 1, Sort.TEXT);
      case "TEXT" -> text(arguments);
      case "DATE" ->
          fixed(
              name,
              arguments,
              new Sort.Date(),
              new Sort.Number(),
              new Sort.Number(),
              new Sort.Number());
      case "YEAR", "MONTH", "DAY" -> fixed(name, arguments, new Sort.Number(), new Sort.Date());
      case "EDATE", "WORKDAY" ->
          fixed(name, arguments, new Sort.Date(), new Sort.Date(), new Sort.Number());
      case "NETWORKDAYS" ->
          fixed(name, arguments, new Sort.Number(), new Sort.Date(), new Sort.Date());
      case "TODAY" -> fixed(name, arguments, new Sort.Date());
      case "JOIN" -> joined(arguments);
      case "UNIQUE" -> listed(name, arguments, true);
      case "FIRST" -> listed(name, arguments, false);
      default ->
          throw new WrongFormula("there is no function " + name, KnownWords.hint(name, NAMES));
    };
  }

  /// A call as JavaScript.
  static Piece made(String name, List<Piece> arguments, Sort sort) {
    return Arithmetic.called(name, sort, arguments.toArray(Piece[]::new));
  }

  /// Refuses another number of arguments.
  static void count(String name, List<Piece> arguments, int least, int most) throws WrongFormula {
    if (arguments.size() < least || arguments.size() > most) {
      String wanted = least == most ? Integer.toString(least) : least + " to " + most;
      throw new WrongFormula(
          name + " has " + arguments.size() + " values in its brackets",
          "It takes " + wanted + ", with commas between them.");
    }
  }

  private static Piece choice(List<Piece> arguments) throws WrongFormula {
    count("IF", arguments, 3, 3);
    Piece condition = arguments.getFirst();
    if (!(condition.sort() instanceof Sort.YesNo) && !condition.isWrong()) {
      throw new WrongFormula(
          "the first value of IF is " + condition.sort().words(),
          "Write a comparison there, such as total > 100.");
    }
    List<Piece> both = Agreement.among(arguments.subList(1, 3));
    Piece yes = both.getFirst();
    Piece no = both.getLast();
    if (!Agreement.agree(yes.sort(), no.sort())) {
      throw new WrongFormula(
          "IF gives " + yes.sort().words() + " or " + no.sort().words(),
          "Both must be of the same kind.");
    }
    return made(
        "IF",
        List.of(condition, yes, no),
        yes.sort() instanceof Sort.Text ? Sort.TEXT : yes.sort());
  }

  private static Piece rounded(List<Piece> arguments) throws WrongFormula {
    count("ROUND", arguments, 1, 2);
    Sort sort = arguments.getFirst().sort();
    if (!(sort instanceof Sort.Number
        || sort instanceof Sort.Money
        || sort instanceof Sort.Wrong)) {
      throw new WrongFormula("ROUND can't round " + sort.words(), "It rounds numbers and money.");
    }
    if (arguments.size() == 2 && !Agreement.agree(arguments.get(1).sort(), new Sort.Number())) {
      throw new WrongFormula(
          "the places of ROUND are " + arguments.get(1).sort().words(), "Write ROUND(x, 2).");
    }
    return made("ROUND", arguments, sort);
  }

  private static Piece sameAsFirst(String name, List<Piece> arguments, int many, String what)
      throws WrongFormula {
    count(name, arguments, many, many);
    Sort sort = arguments.getFirst().sort();
    if (!Arithmetic.isAmount(sort)) {
      throw new WrongFormula(name + " has " + sort.words(), "It takes a " + what + ".");
    }
    return made(name, arguments, sort);
  }

  private static Piece onTexts(String name, List<Piece> arguments, int many, Sort gives)
      throws WrongFormula {
    count(name, arguments, many, many);
    for (Piece piece : arguments) {
      Sort sort = piece.sort();
      boolean isText =
          sort instanceof Sort.Text || sort instanceof Sort.Document || sort instanceof Sort.Wrong;
      boolean isDocuments = sort instanceof Sort.Items(Sort each) && each instanceof Sort.Document;
      if (!isText && !isDocuments) {
        throw new WrongFormula(
            name + " has " + sort.words(), "It takes texts; write TEXT(x) to make one.");
      }
    }
    return made(name, arguments, gives);
  }

  private static Piece text(List<Piece> arguments) throws WrongFormula {
    count("TEXT", arguments, 1, 1);
    Sort sort = arguments.getFirst().sort();
    if (sort instanceof Sort.Items || sort instanceof Sort.Fields) {
      throw new WrongFormula("TEXT has " + sort.words(), "Write JOIN(list, \", \") for a list.");
    }
    return made("TEXT", arguments, Sort.TEXT);
  }

  private static Piece fixed(String name, List<Piece> arguments, Sort gives, Sort... takes)
      throws WrongFormula {
    count(name, arguments, takes.length, takes.length);
    List<Piece> agreeing = new ArrayList<>();
    for (int i = 0; i < takes.length; i++) {
      Piece piece = Agreement.as(takes[i], arguments.get(i));
      if (!Agreement.agree(piece.sort(), takes[i])) {
        throw new WrongFormula(
            "value " + (i + 1) + " of " + name + " is " + piece.sort().words(),
            "It must be " + takes[i].words() + ".");
      }
      agreeing.add(piece);
    }
    return made(name, agreeing, gives);
  }

  private static Piece joined(List<Piece> arguments) throws WrongFormula {
    count("JOIN", arguments, 1, 2);
    SomeOf.requireList("JOIN", arguments.getFirst());
    if (arguments.size() == 2 && !Agreement.agree(arguments.get(1).sort(), Sort.TEXT)) {
      throw new WrongFormula(
          "what JOIN puts between is " + arguments.get(1).sort().words(),
          "Write JOIN(list, \", \").");
    }
    return made("JOIN", arguments, Sort.TEXT);
  }

  private static Piece listed(String name, List<Piece> arguments, boolean whole)
      throws WrongFormula {
    count(name, arguments, 1, 1);
    Piece list = arguments.getFirst();
    SomeOf.requireList(name, list);
    Sort each = list.element();
    return made(name, arguments, whole ? new Sort.Items(each) : each);
  }
}
