package dev.knowhow.web;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts of the format that are sentences with places to fill: checks, the rows of a loop, the
/// lists of a match.
final class Sentences {
  /// How a button that adds such a sentence begins the words it adds.
  static final String SAYS = "says ";

  /// What stands between the names of several sources.
  static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*or\\s+|\\s*,\\s*|\\s+or\\s+");

  private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");
  private static final String NAME = "[a-z][a-z0-9_]*";
  private static final String PATH = NAME + "(?:\\." + NAME + ")*";
  private static final String A = "(?<a>" + PATH + ")";
  private static final String SOURCES =
      "(?<b>" + PATH + "(?:(?:\\s*,\\s*or\\s+|\\s*,\\s*|\\s+or\\s+)" + PATH + ")*)";

  /// The loop's sentence: a name for one row, and the list.
  static final Kind LOOP =
      new Kind("forEach", "(?<a>" + NAME + ") in (?<b>" + PATH + ")", Second.NAME, "");

  /// The match's sentence: two lists.
  static final Kind PAIR = new Kind("match", A + " with (?<b>" + PATH + ")", Second.NAME, "");

  /// The checks that are ready made, in the order in which they are read and offered.
  static final List<Kind> CHECKS =
      List.of(
          new Kind("each", "each of " + A + " appears? in " + SOURCES, Second.SOURCES, ""),
          new Kind(
              "quotations",
              "words in quotation marks in " + A + " appears? word for word in " + SOURCES,
              Second.SOURCES,
              "words in quotation marks in {0} appear word for word in {1}"),
          new Kind(
              "numbers",
              "numbers in " + A + " appears? in " + SOURCES,
              Second.SOURCES,
              "numbers in {0} appear in {1}"),
          new Kind(
              "exact",
              A + " appears? word for word in " + SOURCES,
              Second.SOURCES,
              "{0} appears word for word in {1}"),
          new Kind(
              "mentions", A + " mentions? \"(?<b>[^\"]*)\"", Second.WORDS, "{0} mentions \"{1}\""),
          new Kind("mentions", A + " mentions? (?<b>" + PATH + ")", Second.NAME, ""),
          new Kind("mentions", A + " mentions? (?<b>\".+)", Second.WORDS, ""),
          new Kind(
              "mentionsNot",
              A + " (?:does|do) not mention \"(?<b>[^\"]*)\"",
              Second.WORDS,
              "{0} does not mention \"{1}\""),
          new Kind(
              "mentionsNot", A + " (?:does|do) not mention (?<b>" + PATH + ")", Second.NAME, ""),
          new Kind("mentionsNot", A + " (?:does|do) not mention (?<b>\".+)", Second.WORDS, ""),
          new Kind(
              "atMost",
              A + " has at most (?<b>\\d{1,6}) words",
              Second.WORDS,
              "{0} has at most {1} words"),
          new Kind("question", A + " asks one question", Second.NOTHING, "{0} asks one question"),
          new Kind("date", A + " has a date", Second.NOTHING, "{0} has a date"),
          new Kind("oneOf", A + " is one of (?<b>.+)", Second.WORDS, "{0} is one of {1}"),
          new Kind(
              "sum", "SUM\\(" + A + "\\) = (?<b>" + PATH + ")", Second.NAME, "SUM({0}) = {1}"));

  private Sentences() {}

  /// What the second place of a sentence holds.
  enum Second {
    /// There is none.
    NOTHING,
    /// Names of what is looked through.
    SOURCES,
    /// One name.
    NAME,
    /// Words or a number.
    WORDS
  }

  /// A kind of sentence.
  ///
  /// @param message its words for people: the message `sentence.<message>`
  /// @param pattern how the format writes it, with the groups `a` and `b`
  /// @param fresh a new one, with `{0}` and `{1}`; empty where none is offered
  record Kind(String message, String pattern, Second second, String fresh) {
    /// The sentence taken apart; empty where a text is none of this kind.
    Optional<MatchResult> read(String text) {
      Matcher matcher = Pattern.compile(pattern).matcher(text);
      return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
  }

  /// A shape with its places filled.
  static String filled(String shape, IntFunction<String> words) {
    return PLACE
        .matcher(shape)
        .replaceAll(
            place -> Matcher.quoteReplacement(words.apply(Integer.parseInt(place.group(1)))));
  }

  /// What a loop calls one row.
  static Optional<String> row(String loop) {
    return LOOP.read(loop).map(found -> found.group("a"));
  }

  /// Whether two texts of loops are about the same list.
  static boolean sameList(String one, String other) {
    Optional<String> list = LOOP.read(one).map(found -> found.group("b"));
    return list.isPresent() && list.equals(LOOP.read(other).map(found -> found.group("b")));
  }
}
