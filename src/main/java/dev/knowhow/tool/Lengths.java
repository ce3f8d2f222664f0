package dev.knowhow.tool;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lengths as people of the building trades write them, exactly.
///
/// - feet and inches: `4'-6"`, `4' 6 1/2"`, `4'`, `6"`, `3/4"`, `4 ft 6 in`, `6.5 inches`
/// - metric: `19 mm`, `1.9 cm`, `1,200 mm`, `2.4 m`
///
/// Curly quotes and primes count as straight ones, `½` as ` 1/2`, white space may be missing before
/// a unit. Fractions have 2, 4, 8, 16, 32 or 64 below the line and are less than one; inches beside
/// feet are less than 12. A length may be negative, has whole nanometres and is at most
/// [#MAX_NANOMETRES]. The cases in `lengths.txt` hold this class and the flow's prelude to the same
/// answers.
public final class Lengths {
  /// The longest length: 1,000 km.
  public static final long MAX_NANOMETRES = 1_000_000_000_000_000L;

  private static final long INCH = 25_400_000;
  private static final long FOOT = 12 * INCH;
  private static final Map<String, Long> METRIC =
      Map.of("mm", 1_000_000L, "cm", 10_000_000L, "m", 1_000_000_000L);

  private static final String NUMBER =
      "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?";
  private static final String INCHES =
      "(?:(?<whole>"
          + NUMBER
          + ")(?:[ -](?<top>[0-9]+)/(?<bottom>[0-9]+))?"
          + "|(?<onlyTop>[0-9]+)/(?<onlyBottom>[0-9]+)) ?(?:\"|in\\b\\.?|inch\\b|inches\\b)";
  private static final String FEET = "(?<feet>" + NUMBER + ") ?(?:'|ft\\b\\.?|foot\\b|feet\\b)";
  private static final Pattern IMPERIAL =
      Pattern.compile("(?<minus>-)?(?:" + FEET + ")?(?: ?-? ?" + INCHES + ")?");
  private static final Pattern METRES =
      Pattern.compile("(?<minus>-)?(?<number>" + NUMBER + ") ?(?<unit>mm|cm|m)\\.?");
  private static final Map<Character, String> FRACTIONS =
      Map.of('½', "1/2", '¼', "1/4", '¾', "3/4", '⅛', "1/8", '⅜', "3/8", '⅝', "5/8", '⅞', "7/8");

  private Lengths() {}

  /// The length that a text says; empty where it says none or one outside the limits.
  public static Optional<Length> parse(String text) {
    if (text.length() > 60) {
      return Optional.empty();
    }
    String plain = plain(text);
    Matcher metres = METRES.matcher(plain);
    Optional<BigDecimal> nanometres =
        metres.matches()
            ? Optional.of(
                number(metres.group("number"))
                    .multiply(BigDecimal.valueOf(METRIC.getOrDefault(metres.group("unit"), 0L))))
            : imperial(plain);
    return nanometres
        .filter(n -> n.stripTrailingZeros().scale() <= 0)
        .filter(n -> n.compareTo(BigDecimal.valueOf(MAX_NANOMETRES)) <= 0)
        .map(n -> new Length(plain.startsWith("-") ? -n.longValueExact() : n.longValueExact()));
  }

  /// The same length in the form in which values keep it: straight quotes, single spaces, fractions
  /// as ` 1/2`, no commas inside numbers. The flow's prelude reads this form.
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String fraction = FRACTIONS.get(c);
      if (fraction != null) {
        plain.append(' ').append(fraction);
      } else {
        plain.append(straight(c));
      }
    }
    return plain
        .toString()
        .replace("''", "\"")
        .replaceAll("\\s+", " ")
        .replaceAll("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "")
        .replaceAll("([-']) (?=[0-9]+/)", "$1")
        .replaceAll("(?<=[0-9])-(?=[0-9]+/)", " ")
        .strip();
  }

  private static char straight(char c) {
    return switch (c) {
      case '’', '‘', '′' -> '\'';
      case '”', '“', '″' -> '"';
      case '–', '−', '‑' -> '-';
      case '\u00A0', '\u2009', '\u202F' -> ' ';
      default -> c;
    };
  }

  private static Optional<BigDecimal> imperial(String text) {
    Matcher found = IMPERIAL.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String feet = found.group("feet");
    boolean hasInches = found.group("whole") != null || found.group("onlyTop") != null;
    if (feet == null && !hasInches) {
      return Optional.empty();
    }
    Optional<BigDecimal> inches = hasInches ? inches(found) : Optional.of(BigDecimal.ZERO);
    if (feet == null) {
      return inches;
    }
    if (hasInches && feet.contains(".")) {
      return Optional.empty();
    }
    BigDecimal whole = number(feet).multiply(BigDecimal.valueOf(FOOT));
    return inches.filter(n -> n.compareTo(BigDecimal.valueOf(FOOT)) < 0).map(whole::add);
  }

  private static Optional<BigDecimal> inches(Matcher found) {
    String whole = found.group("whole");
    String top = found.group(whole == null ? "onlyTop" : "top");
    String bottom = found.group(whole == null ? "onlyBottom" : "bottom");
    BigDecimal nanometres =
        whole == null ? BigDecimal.ZERO : number(whole).multiply(BigDecimal.valueOf(INCH));
    if (top == null || bottom == null) {
      return Optional.of(nanometres);
    }
    if (top.length() > 2 || bottom.length() > 2 || (whole != null && whole.contains("."))) {
      return Optional.empty();
    }
    int parts = Integer.parseInt(bottom);
    int taken = Integer.parseInt(top);
    if (parts < 2 || parts > 64 || Integer.bitCount(parts) != 1 || taken >= parts) {
      return Optional.empty();
    }
    return Optional.of(nanometres.add(BigDecimal.valueOf(INCH / parts * taken)));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(",", ""));
  }
}
