package dev.knowhow.web;

import dev.knowhow.value.Value;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Values as a person reads them.
final class Shown {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?");
  private static final Pattern LARGE = Pattern.compile("-?[0-9]{4,15}\\.[0-9]{2}");

  private Shown() {}

  /// The canonical text of a value of a declared type.
  static String value(String type, String text) {
    return switch (type) {
      case "money" -> DECIMAL.matcher(text).matches() ? dollars(text) : text;
      case "date" -> DAY.matcher(text).matches() ? Dates.day(LocalDate.parse(text)) : text;
      case "number" -> DECIMAL.matcher(text).matches() ? number(text) : text;
      default -> text;
    };
  }

  /// A value whose type is not known here: days and large amounts are made readable, the rest
  /// stays.
  static String plain(Value value, Words words) {
    return switch (value) {
      case Value.Text(String text) when DAY.matcher(text).matches() -> value("date", text);
      case Value.Text(String text) when LARGE.matcher(text).matches() -> number(text);
      case Value.Text(String text) -> text;
      case Value.YesNo(boolean yes) -> words.of(yes ? "value.yes" : "value.no");
      case Value.NotStated _ -> words.of("value.notStated");
      case Value.Items(List<Value> items) ->
          items.stream().map(item -> plain(item, words)).collect(Collectors.joining("; "));
      case Value.Fields fields ->
          fields.fields().values().stream()
              .map(field -> plain(field, words))
              .collect(Collectors.joining(", "));
    };
  }

  private static String dollars(String text) {
    BigDecimal amount = new BigDecimal(text);
    return (amount.signum() < 0 ? "-$" : "$") + format("#,##0.00", amount.abs());
  }

  private static String number(String text) {
    int places = text.endsWith(".00") ? 0 : Math.max(0, new BigDecimal(text).scale());
    return format(places == 0 ? "#,##0" : "#,##0." + "0".repeat(places), new BigDecimal(text));
  }

  private static String format(String pattern, BigDecimal number) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }
}
