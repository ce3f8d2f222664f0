package dev.knowhow.tool;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says in words what a type wants, for messages and for models.
final class TypeWords {
  private static final BigDecimal AN_AMOUNT = new BigDecimal("1250.00");
  private static final LocalDate A_DAY = LocalDate.of(2026, 10, 9);
  private static final DateTimeFormatter SLASHES =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  private TypeWords() {}

  /// What is wanted, such as `a date such as 2026-10-09, or "not stated"`.
  static String wanted(Type type, Manner manner) {
    String wanted =
        switch (type) {
          case Type.Text _ -> "a short text";
          case Type.Paragraph _ -> "a text";
          case Type.Number(Range<BigDecimal> range, boolean _) ->
              "a number such as 1250.5" + limits(range, BigDecimal::toPlainString);
          case Type.Money(Range<BigDecimal> range, boolean _) ->
              "an amount such as "
                  + amount(AN_AMOUNT, manner)
                  + limits(range, end -> amount(end, manner));
          case Type.Date(Range<LocalDate> range, boolean _) ->
              "a date such as " + day(A_DAY, manner) + limits(range, end -> day(end, manner));
          case Type.Measure(Range<Length> range, boolean _) ->
              "a length such as 4'-6\" or 19 mm"
                  + (range.equals(Range.open()) ? "" : " within its limits");
          case Type.YesNo _ -> "yes or no";
          case Type.OneOf one -> "one of " + String.join(", ", one.options());
          case Type.Items items -> "a list of texts, at most " + items.atMost();
          case Type.Rows rows -> "a list of rows, at most " + rows.atMost();
          case Type.Fields fields ->
              "fields " + fields.fields().keySet().stream().collect(Collectors.joining(", "));
          case Type.Document _ -> "a document";
          case Type.Documents documents -> "documents, at most " + documents.atMost();
        };
    return type.notStatedAllowed() && manner != Manner.FORM
        ? wanted + ", or \"not stated\""
        : wanted;
  }

  private static <T extends Comparable<? super T>> String limits(
      Range<T> range, Function<T, String> shown) {
    Optional<String> least = range.least().map(shown);
    Optional<String> most = range.most().map(shown);
    if (least.isPresent() && most.isPresent()) {
      return " from " + least.get() + " to " + most.get();
    }
    return least
        .map(end -> ", at least " + end)
        .or(() -> most.map(end -> ", at most " + end))
        .orElse("");
  }

  private static String amount(BigDecimal amount, Manner manner) {
    return manner == Manner.FORM
        ? String.format(Locale.ROOT, "$%,.2f", amount)
        : amount.toPlainString();
  }

  private static String day(LocalDate day, Manner manner) {
    return manner == Manner.FORM ? SLASHES.format(day) : day.toString();
  }
}
