package dev.knowhow.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads check sentences; what is none of them is a formula that must hold.
final class Sentences {
  private static final String A = "(?<a>[a-z][a-z0-9_.]*)";
  private static final Pattern EACH = Pattern.compile("each of " + A + " appears? in (?<b>.+)");
  private static final Pattern QUOTED =
      Pattern.compile("words in quotation marks in " + A + " appears? word for word in (?<b>.+)");
  private static final Pattern NUMBERS =
      Pattern.compile("numbers in " + A + " appears? in (?<b>.+)");
  private static final Pattern WORD_FOR_WORD =
      Pattern.compile(A + " appears? word for word in (?<b>.+)");
  private static final Pattern NOT_MENTIONS =
      Pattern.compile(A + " (?:does|do) not mention (?<b>.+)");
  private static final Pattern MENTIONS = Pattern.compile(A + " mentions? (?<b>.+)");
  private static final Pattern AT_MOST = Pattern.compile(A + " has at most (?<b>\\d{1,6}) words");
  private static final Pattern QUESTION = Pattern.compile(A + " asks one question");
  private static final Pattern DATE = Pattern.compile(A + " has a date");
  private static final Pattern ONE_OF = Pattern.compile(A + " is one of (?<b>.+)");
  private static final Pattern TEXTS =
      Pattern.compile(
          "\"((?:[^\"\\\\]|\\\\.|\"\")*)\"(?:\\s*,\\s*(?:or\\s+|and\\s+)?|\\s+(?:or|and)\\s+|$)");
  private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*or\\s+|\\s*,\\s*|\\s+or\\s+");
  private static final String KNOWN =
      "Check sentences are: A appears word for word in B · each of A appears in B · numbers in A"
          + " appear in B · words in quotation marks in A appear word for word in B · A mentions"
          + " \"x\" · A does not mention \"x\" · A has at most 100 words · A asks one question · A"
          + " has a date · A is one of x, y · or a formula.";

  private final Scope scope;
  private final List<String> paths = new ArrayList<>();

  private Sentences(Scope scope) {
    this.scope = scope;
  }

  /// A sentence that was read.
  ///
  /// @param js the JavaScript that judges it
  /// @param paths the paths it names
  /// @param quoted the path that it holds to somebody else's words, or empty
  record Sentence(String js, List<String> paths, String quoted) {}

  /// Reads a sentence or a formula.
  static Sentence read(String sentence, Scope scope) throws WrongFormula {
    Sentences reader = new Sentences(scope);
    String js = reader.sentence(sentence);
    Matcher wordForWord = WORD_FOR_WORD.matcher(sentence);
    String quoted = wordForWord.matches() ? wordForWord.group("a") : "";
    return new Sentence(js, List.copyOf(reader.paths), quoted);
  }

  private String sentence(String text) throws WrongFormula {
    Matcher found = EACH.matcher(text);
    if (found.matches()) {
      requireTexts(path(found.group("a")), "each of");
      return call("EACH_APPEARS", found, sources(found.group("b")));
    }
    found = QUOTED.matcher(text);
    if (found.matches()) {
      requireTexts(path(found.group("a")), "words in quotation marks in");
      return call("QUOTED_WORDS", found, sources(found.group("b")));
    }
    found = NUMBERS.matcher(text);
    if (found.matches()) {
      path(found.group("a"));
      return call("NUMBERS_APPEAR", found, sources(found.group("b")));
    }
    found = WORD_FOR_WORD.matcher(text);
    if (found.matches()) {
      requireTexts(path(found.group("a")), "word for word");
      return call("WORD_FOR_WORD", found, sources(found.group("b")));
    }
    found = NOT_MENTIONS.matcher(text);
    if (found.matches()) {
      return mentions("DOES_NOT_MENTION", found);
    }
    found = MENTIONS.matcher(text);
    return found.matches() ? mentions("MENTIONS", found) : onAText(text);
  }

  private String onAText(String text) throws WrongFormula {
    Matcher found = AT_MOST.matcher(text);
    if (found.matches()) {
      requireTexts(path(found.group("a")), "has at most");
      return call("AT_MOST_WORDS", found, found.group("b"));
    }
    found = QUESTION.matcher(text);
    if (found.matches()) {
      requireTexts(path(found.group("a")), "asks one question");
      return call("ASKS_ONE_QUESTION", found, "");
    }
    found = DATE.matcher(text);
    if (found.matches()) {
      path(found.group("a"));
      return call("HAS_A_DATE", found, "");
    }
    found = ONE_OF.matcher(text);
    if (found.matches()) {
      path(found.group("a"));
      List<String> options = new ArrayList<>();
      for (String option : BETWEEN.split(found.group("b"), -1)) {
        options.add(option.replaceAll("^\"|\"$", ""));
      }
      return call("IS_ONE_OF", found, Js.texts(options));
    }
    return formula(text);
  }

  private String formula(String text) throws WrongFormula {
    FormulaReader.Formula formula;
    try {
      formula = FormulaReader.read(text, scope);
    } catch (WrongFormula wrong) {
      boolean sentence =
          Pattern.compile("\\b(appears?|mentions?|word for word|has|asks|each of)\\b")
              .matcher(text)
              .find();
      throw sentence ? new WrongFormula(wrong.what(), KNOWN) : wrong;
    }
    Sort sort = formula.piece().sort();
    if (!(sort instanceof Sort.YesNo) && !formula.piece().isWrong()) {
      throw new WrongFormula(
          "it is " + sort.words() + ", and a check must be a yes or no",
          "Write a comparison, such as total > 0.");
    }
    paths.addAll(formula.names().keySet());
    List<String> named = new ArrayList<>();
    formula.names().forEach((name, js) -> named.add(Js.property(name, js)));
    return "HOLDS(" + formula.piece().js() + ", " + Js.object(named) + ")";
  }

  private String mentions(String name, Matcher found) throws WrongFormula {
    requireTexts(path(found.group("a")), "mentions");
    String what = found.group("b").strip().replace('“', '"').replace('”', '"');
    if (what.startsWith("\"")) {
      return call(name, found, Js.texts(texts(what)));
    }
    return call(name + "_VALUE", found, named(List.of(what)));
  }

  private static List<String> texts(String written) throws WrongFormula {
    List<String> texts = new ArrayList<>();
    Matcher next = TEXTS.matcher(written);
    int at = 0;
    while (at < written.length()) {
      if (!next.region(at, written.length()).lookingAt()) {
        throw new WrongFormula(
            "found “" + written.substring(at) + "”, wanted texts in quotation marks",
            "Write \"one text\", \"another\".");
      }
      texts.add(next.group(1).replace("\"\"", "\"").replaceAll("\\\\(.)", "$1"));
      at = next.end();
    }
    return texts;
  }

  private String sources(String written) throws WrongFormula {
    return named(List.of(BETWEEN.split(written.strip(), -1)));
  }

  private String named(List<String> names) throws WrongFormula {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String name : names) {
      if (!name.matches("[a-z][a-z0-9_.]*")) {
        throw new WrongFormula(
            "found “" + name + "”, wanted a name", KnownWords.hint(name, scope.all()));
      }
      properties.put(name, Js.property(name, path(name).js()));
    }
    return Js.object(properties.values());
  }

  private Piece path(String path) throws WrongFormula {
    paths.add(path);
    return Paths.find(path, scope);
  }

  private static void requireTexts(Piece piece, String sentence) throws WrongFormula {
    Sort each = piece.element();
    if (!(each instanceof Sort.Text
        || each instanceof Sort.Document
        || each instanceof Sort.Wrong)) {
      throw new WrongFormula(
          "“" + sentence + "” is about texts, and this is " + each.words(),
          each instanceof Sort.Fields
              ? "Name one of its fields."
              : "Write: numbers in A appear in B. It finds numbers, amounts and dates by value.");
    }
  }

  private String call(String name, Matcher found, String second) throws WrongFormula {
    String a = found.group("a");
    String first = Js.object(List.of(Js.property(a, Paths.find(a, scope).js())));
    return name + "(" + first + (second.isEmpty() ? "" : ", " + second) + ")";
  }
}
