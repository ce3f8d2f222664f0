package dev.knowhow.tool;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads single numbers, amounts and days; accepts only what can mean one thing.
final class Scalars {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<sign>[+-])?(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\\.(?<part>[0-9]+))?");
  private static final int MAX_WHOLE_DIGITS = 15;
  private static final int MAX_PLACES = 12;

  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern SLASHES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([a-z]{3,9})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\\.?,? ([0-9]{4})");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private Scalars() {}

  /// A number such as `-1,250.5`, without unit or exponent.
  static Optional<BigDecimal> number(String text) {
    Matcher found = NUMBER.matcher(text.replace('−', '-'));
    if (!found.matches()) {
      return Optional.empty();
    }
    String whole = found.group("whole").replace(",", "");
    String part = found.group("part") == null ? "" : found.group("part");
    if ((whole + part).isEmpty()
        || whole.length() > MAX_WHOLE_DIGITS
        || part.length() > MAX_PLACES) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal("0" + whole + (part.isEmpty() ? "" : "." + part));
    return Optional.of("-".equals(found.group("sign")) ? number.negate() : number);
  }

  /// An amount such as `$1,250.00`, `-$5`, `(1,250.00)`, with at most two places.
  static Optional<BigDecimal> money(String text) {
    String amount = text.replace('−', '-').replace(" ", "");
    boolean negative = false;
    if (amount.startsWith("(") && amount.endsWith(")")) {
      negative = true;
      amount = amount.substring(1, amount.length() - 1);
    } else if (amount.startsWith("-")) {
      negative = true;
      amount = amount.substring(1);
    }
    if (amount.startsWith("$")) {
      amount = amount.substring(1);
      if (amount.startsWith("-") && !negative) {
        negative = true;
        amount = amount.substring(1);
      }
    }
    if (amount.startsWith("-") || amount.startsWith("+")) {
      return Optional.empty();
    }
    BigDecimal sign = negative ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    return number(amount).filter(n -> n.scale() <= 2).map(n -> n.multiply(sign).setScale(2));
  }

  /// A day: `2026-04-12`, `April 12, 2026`, `12 Apr 2026`; `4/12/2026` only where a person in the
  /// United States wrote it.
  static Optional<LocalDate> date(String text, boolean slashes) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    Matcher found = ISO.matcher(plain);
    if (found.matches()) {
      return day(found.group(1), found.group(2), found.group(3));
    }
    found = SLASHES.matcher(plain);
    if (slashes && found.matches()) {
      return day(found.group(3), found.group(1), found.group(2));
    }
    found = MONTH_FIRST.matcher(plain);
    if (found.matches()) {
      return day(found.group(3), month(found.group(1)), found.group(2));
    }
    found = DAY_FIRST.matcher(plain);
    if (found.matches()) {
      return day(found.group(3), month(found.group(2)), found.group(1));
    }
    return Optional.empty();
  }

  private static String month(String name) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).equals(name)
          || (name.length() == 3 && MONTHS.get(i).startsWith(name))
          || (name.equals("sept") && i == 8)) {
        return Integer.toString(i + 1);
      }
    }
    return "0";
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
              LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
          .filter(date -> date.getYear() >= 1000);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
