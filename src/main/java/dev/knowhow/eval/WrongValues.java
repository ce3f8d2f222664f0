package dev.knowhow.eval;

import dev.knowhow.tool.PlantedMistake.Change;
import dev.knowhow.tool.Type;
import dev.knowhow.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Errors in a value that is not prose: another number, the next day, the other choice, a row too
/// few. Pure.
final class WrongValues {
  private WrongValues() {}

  /// The errors, the likeliest first; some may not be of the type.
  static List<Change> of(Type type, Value value) {
    List<Change> wrong = new ArrayList<>();
    switch (value) {
      case Value.Text(String text) -> text(type, text, wrong);
      case Value.YesNo(boolean yes) -> wrong.add(instead(Value.yesNo(!yes)));
      case Value.Items(List<Value> items) when !items.isEmpty() -> {
        wrong.add(instead(Value.items(items.subList(0, items.size() - 1))));
        if (items.size() > 1) {
          wrong.add(instead(Value.items(items.subList(1, items.size()))));
        }
      }
      case Value.Items _, Value.Fields _, Value.NotStated _ -> {}
    }
    if (value.isStated() && type.notStatedAllowed()) {
      wrong.add(instead(Value.notStated()));
    }
    return wrong;
  }

  private static void text(Type type, String text, List<Change> wrong) {
    switch (type) {
      case Type.Number _, Type.Money _ -> {
        BigDecimal number = new BigDecimal(text);
        wrong.add(instead(text(number.add(BigDecimal.ONE))));
        wrong.add(instead(text(number.multiply(BigDecimal.TEN))));
        wrong.add(instead(text(number.negate())));
        wrong.add(instead(text(BigDecimal.ZERO.setScale(Math.max(0, number.scale())))));
      }
      case Type.Date _ -> {
        LocalDate day = LocalDate.parse(text);
        wrong.add(instead(Value.text(day.plusDays(1).toString())));
        wrong.add(instead(Value.text(day.minusYears(1).toString())));
        wrong.add(instead(Value.text(day.plusYears(1).toString())));
      }
      case Type.OneOf(List<String> options, boolean _) ->
          options.stream()
              .filter(option -> !option.equals(text))
              .map(option -> instead(Value.text(option)))
              .forEach(wrong::add);
      case Type.Text _,
          Type.Paragraph _,
          Type.Measure _,
          Type.YesNo _,
          Type.Items _,
          Type.Rows _,
          Type.Fields _,
          Type.Document _,
          Type.Documents _ -> {}
    }
  }

  private static Value text(BigDecimal number) {
    return Value.text(number.toPlainString());
  }

  private static Change instead(Value value) {
    return new Change.Instead(value);
  }
}
