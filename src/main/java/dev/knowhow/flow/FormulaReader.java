package dev.knowhow.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads one formula and types it, by recursive descent: `or` binds least, then `and`, `not`,
/// comparisons, `&`, `+ -`, `* /`, a sign, `%`.
///
/// Bare words are names; only beside something that has options they may also be one of these. Not
/// thread-safe.
final class FormulaReader {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");
  private static final int MAX_DEPTH = 60;

  private final Tokens tokens;
  private final Map<String, String> used = new LinkedHashMap<>();
  private Scope scope;
  private int depth;
  private boolean inWhere;

  private FormulaReader(String formula, Scope scope) {
    this.scope = scope;
    tokens = new Tokens(formula);
  }

  /// What a formula came to.
  ///
  /// @param names the paths it uses, each with its JavaScript
  record Formula(Piece piece, Map<String, String> names) {}

  /// Reads a formula.
  static Formula read(String formula, Scope scope) throws WrongFormula {
    FormulaReader reader = new FormulaReader(formula, scope);
    Piece piece = reader.either();
    if (reader.tokens.next().kind() != Token.Kind.END) {
      throw reader.tokens.unexpected("the formula's end");
    }
    return new Formula(piece, reader.used);
  }

  private Piece either() throws WrongFormula {
    deeper();
    List<Piece> all = new ArrayList<>(List.of(both()));
    while (tokens.takeIf("or")) {
      all.add(both());
    }
    depth--;
    return logic("OR", all);
  }

  private Piece both() throws WrongFormula {
    List<Piece> all = new ArrayList<>(List.of(negated()));
    while (tokens.takeIf("and")) {
      all.add(negated());
    }
    return logic("AND", all);
  }

  private static Piece logic(String name, List<Piece> all) throws WrongFormula {
    if (all.size() == 1) {
      return all.getFirst();
    }
    for (Piece each : all) {
      requireYesNo(name.toLowerCase(Locale.ROOT), each);
    }
    return Functions.made(name, all, new Sort.YesNo());
  }

  private Piece negated() throws WrongFormula {
    if (!tokens.takeIf("not")) {
      return compared();
    }
    deeper();
    Piece piece = negated();
    depth--;
    requireYesNo("not", piece);
    return Arithmetic.called("NOT", new Sort.YesNo(), piece);
  }

  private static void requireYesNo(String word, Piece piece) throws WrongFormula {
    if (!(piece.sort() instanceof Sort.YesNo) && !piece.isWrong()) {
      throw new WrongFormula(
          "beside “" + word + "” stands " + piece.sort().words(),
          "Write a comparison there, such as total > 100.");
    }
  }

  private Piece compared() throws WrongFormula {
    Piece left = joined();
    if (tokens.takeIf("is")) {
      return state(left);
    }
    if (tokens.next().kind() != Token.Kind.SIGN || !COMPARISONS.contains(tokens.next().text())) {
      return left;
    }
    String sign = tokens.take().text();
    return Arithmetic.comparison(left, sign, optionAfter(left));
  }

  private Piece state(Piece piece) throws WrongFormula {
    boolean not = tokens.takeIf("not");
    boolean stated = tokens.takeIf("stated");
    if (!stated && !tokens.takeIf("missing")) {
      throw tokens.unexpected("“stated”, “not stated” or “missing” after “is”");
    }
    String name = stated == not ? "IS_NOT_STATED" : "IS_STATED";
    return Arithmetic.called(name, new Sort.YesNo(), piece);
  }

  /// What stands after a comparison: one of the options of the left side, or any value.
  private Piece optionAfter(Piece left) throws WrongFormula {
    if (!(left.sort() instanceof Sort.Text(List<String> options)) || options.isEmpty()) {
      return joined();
    }
    String found =
        options.stream()
            .filter(tokens::standsHere)
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    if (!found.isEmpty()) {
      tokens.takeAll(found);
      return Piece.text(found);
    }
    Token next = tokens.next();
    if (next.kind() == Token.Kind.NAME && !isKnown(next)) {
      throw new WrongFormula(
          "it can never be “" + next.text() + "”", KnownWords.hint(next.text(), options));
    }
    return joined();
  }

  private boolean isKnown(Token name) {
    int dot = name.text().indexOf('.');
    return scope.find(dot < 0 ? name.text() : name.text().substring(0, dot)).isPresent();
  }

  private Piece joined() throws WrongFormula {
    Piece piece = added();
    while (tokens.takeIf("&")) {
      piece = Arithmetic.together(piece, added());
    }
    return piece;
  }

  private Piece added() throws WrongFormula {
    Piece piece = multiplied();
    while (tokens.next().is("+") || tokens.next().is("-")) {
      String sign = tokens.take().text();
      piece = Arithmetic.sum(piece, sign, multiplied());
    }
    return piece;
  }

  private Piece multiplied() throws WrongFormula {
    Piece piece = signed();
    while (tokens.next().is("*") || tokens.next().is("/")) {
      String sign = tokens.take().text();
      piece = Arithmetic.product(piece, sign, signed());
    }
    return piece;
  }

  private Piece signed() throws WrongFormula {
    if (!tokens.takeIf("-")) {
      return percent();
    }
    deeper();
    Piece piece = Arithmetic.negative(signed());
    depth--;
    return piece;
  }

  private Piece percent() throws WrongFormula {
    Piece piece = value();
    if (!tokens.takeIf("%")) {
      return piece;
    }
    if (piece.literal() == Piece.Literal.NUMBER) {
      return Piece.number(new BigDecimal(piece.written()).movePointLeft(2).toPlainString());
    }
    return Arithmetic.product(piece, "/", Piece.number("100"));
  }

  private Piece value() throws WrongFormula {
    Token token = tokens.next();
    return switch (token.kind()) {
      case NUMBER -> Piece.number(tokens.take().text());
      case MONEY -> Piece.of("MONEY(" + Js.text(tokens.take().text()) + ")", new Sort.Money());
      case DATE -> Agreement.as(new Sort.Date(), Piece.text(tokens.take().text()));
      case TEXT -> Piece.text(tokens.take().text());
      case NAME -> name(tokens.take());
      case FUNCTION -> {
        tokens.take();
        yield Functions.call(token.text(), arguments());
      }
      case SIGN -> {
        if (!tokens.takeIf("(")) {
          throw tokens.unexpected("a value");
        }
        Piece piece = either();
        tokens.require(")");
        yield piece;
      }
      case END -> throw tokens.unexpected("a value");
    };
  }

  private Piece name(Token token) throws WrongFormula {
    String name = token.text();
    if (scope.find(name).isEmpty() && (name.equals("yes") || name.equals("no"))) {
      return Piece.of(name.equals("yes") ? "true" : "false", new Sort.YesNo());
    }
    if (tokens.next().is("(")) {
      String capitals = name.toUpperCase(Locale.ROOT);
      throw new WrongFormula(
          "there is no function “" + name + "”", KnownWords.hint(capitals, Functions.NAMES));
    }
    Piece piece = Paths.find(name, scope);
    if (!inWhere) {
      used.putIfAbsent(name, piece.js());
    }
    return piece;
  }

  private List<Piece> arguments() throws WrongFormula {
    List<Piece> all = new ArrayList<>();
    tokens.require("(");
    if (tokens.takeIf(")")) {
      return all;
    }
    do {
      all.add(argument());
    } while (tokens.takeIf(","));
    tokens.require(")");
    return all;
  }

  private Piece argument() throws WrongFormula {
    if (tokens.next().kind() == Token.Kind.NAME && tokens.afterNext().is("where")) {
      return where(tokens.take().text());
    }
    Piece piece = either();
    if (tokens.next().is("where")) {
      throw new WrongFormula(
          "before “where” stands more than one name", "Write SUM(table.field where condition).");
    }
    return piece;
  }

  private Piece where(String path) throws WrongFormula {
    if (inWhere) {
      throw new WrongFormula("“where” inside “where”", "Calculate the inner one first.");
    }
    tokens.require("where");
    Paths.Rows rows = Paths.rows(path, scope);
    Scope outside = scope;
    scope = Paths.inRow(outside, rows.row());
    inWhere = true;
    Piece condition = either();
    inWhere = false;
    scope = outside;
    requireYesNo("where", condition);
    String field = rows.field().map(name -> ", " + Js.text(name)).orElse("");
    Sort each =
        rows.field()
            .map(name -> rows.row().fields().getOrDefault(name, new Sort.Wrong()))
            .orElse(rows.row());
    return Piece.of(
        "WHERE(" + rows.rows() + ", ($) => " + condition.js() + field + ")",
        each instanceof Sort.Items ? each : new Sort.Items(each));
  }

  private void deeper() throws WrongFormula {
    if (++depth > MAX_DEPTH) {
      throw new WrongFormula("the formula is nested too deeply", "Calculate a part of it first.");
    }
  }
}
