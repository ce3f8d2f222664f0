package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns what a person typed into a tool's form into canonical values, or says kindly at which
/// field what is needed.
///
/// It reads amounts, dates and lengths as they are written in the United States. Rows of which
/// nothing was filled in do not count. Fields that the tool does not have are left out.
public final class FormValues {
  private FormValues() {}

  /// Reads a form of a tool.
  public static FormReading read(Tool tool, TypedForm form) {
    return read(tool.inputs(), form);
  }

  /// Reads the part of a form that asks for some inputs.
  public static FormReading read(List<Input> inputs, TypedForm form) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, String> messages = new LinkedHashMap<>();
    for (Input input : inputs) {
      Raw raw = raw(input, form);
      switch (input.type().read(raw.value(), Manner.FORM)) {
        case Fitting.Fits(Value value) -> values.put(input.name(), value);
        case Fitting.Misfits(List<Fitting.Misfit> misfits) -> {
          for (Fitting.Misfit misfit : misfits) {
            messages.putIfAbsent(raw.field(input.name(), misfit), message(input, misfit, raw));
          }
        }
      }
    }
    return messages.isEmpty()
        ? new FormReading.Filled(Value.fields(values))
        : new FormReading.Unfit(messages, form);
  }

  private static Raw raw(Input input, TypedForm form) {
    String name = input.name();
    return switch (input.type()) {
      case Type.Document _, Type.Documents _ -> documents(input, form);
      case Type.Items _ -> Raw.of(lines(form.texts(name)));
      case Type.Rows rows -> rows(name, rows, form);
      case Type.Text _,
          Type.Paragraph _,
          Type.Number _,
          Type.Money _,
          Type.Date _,
          Type.Measure _,
          Type.YesNo _,
          Type.OneOf _,
          Type.Fields _ ->
          Raw.of(Value.text(form.text(name)));
    };
  }

  private static Raw documents(Input input, TypedForm form) {
    List<Value> all = new ArrayList<>();
    form.documents()
        .getOrDefault(input.name(), List.of())
        .forEach(document -> all.add(document.toValue()));
    for (String text : form.texts(input.name())) {
      if (!text.isBlank()) {
        all.add(DocumentText.pasted(text).toValue());
      }
    }
    if (input.type() instanceof Type.Documents) {
      return Raw.of(Value.items(all));
    }
    return switch (all.size()) {
      case 0 -> Raw.of(Value.notStated());
      case 1 -> Raw.of(all.getFirst());
      default -> Raw.of(Value.items(all));
    };
  }

  /// A list may come as several fields or as the lines of one.
  private static Value lines(List<String> texts) {
    return Value.items(
        texts.stream()
            .flatMap(String::lines)
            .filter(line -> !line.isBlank())
            .map(Value::text)
            .toList());
  }

  private static Raw rows(String name, Type.Rows type, TypedForm form) {
    int typed = 0;
    for (String column : type.row().fields().keySet()) {
      typed = Math.max(typed, form.texts(name + "." + column).size());
    }
    List<Value> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < typed; i++) {
      Map<String, Value> row = new LinkedHashMap<>();
      boolean blank = true;
      for (String column : type.row().fields().keySet()) {
        List<String> cells = form.texts(name + "." + column);
        String cell = i < cells.size() ? cells.get(i) : "";
        blank &= cell.isBlank();
        row.put(column, cell(type.row().fields().get(column), cell));
      }
      if (!blank) {
        rows.add(Value.fields(row));
        numbers.add(i + 1);
      }
    }
    return new Raw(Value.items(rows), numbers);
  }

  private static Value cell(@Nullable Type type, String text) {
    return type instanceof Type.Items ? lines(List.of(text)) : Value.text(text);
  }

  private static String message(Input input, Fitting.Misfit misfit, Raw raw) {
    boolean whole = misfit.where().isEmpty();
    if (whole && raw.isEmpty()) {
      return switch (input.type()) {
        case Type.OneOf _, Type.YesNo _ -> "Choose one.";
        case Type.Document _ -> "Add a file or paste its text.";
        case Type.Documents _ -> "Add at least one file or paste its text.";
        case Type.Rows _ -> "Fill in at least one row.";
        case Type.Items _ -> "Write at least one.";
        case Type.Text _,
            Type.Paragraph _,
            Type.Number _,
            Type.Money _,
            Type.Date _,
            Type.Measure _,
            Type.Fields _ ->
            "Fill this in.";
      };
    }
    if (whole && input.type() instanceof Type.Document && raw.value() instanceof Value.Items) {
      return "This takes one document. Keep one and remove the others.";
    }
    return FormMessages.of(misfit.what());
  }

  /// A value as typed, and for a table which typed row each row was.
  private record Raw(Value value, List<Integer> rows) {
    static Raw of(Value value) {
      return new Raw(value, List.of());
    }

    boolean isEmpty() {
      return switch (value) {
        case Value.NotStated _ -> true;
        case Value.Text(String text) -> text.isBlank();
        case Value.Items(List<Value> items) -> items.isEmpty();
        case Value.Fields _, Value.YesNo _ -> false;
      };
    }

    /// The form's field of a misfit: a row's number is changed back to the one that was typed.
    String field(String input, Fitting.Misfit misfit) {
      if (misfit.where().isEmpty()) {
        return input;
      }
      if (rows.isEmpty()) {
        return input;
      }
      int dot = misfit.where().indexOf('.');
      String number = dot < 0 ? misfit.where() : misfit.where().substring(0, dot);
      String rest = dot < 0 ? "" : misfit.where().substring(dot);
      return input + "." + rows.get(Integer.parseInt(number) - 1) + rest;
    }
  }
}
