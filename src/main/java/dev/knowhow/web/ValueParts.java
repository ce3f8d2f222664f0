package dev.knowhow.web;

import dev.knowhow.run.RunView;
import dev.knowhow.tool.Type;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a value that is no result of a tool into what a page shows: short fields together as
/// facts, texts, lists and tables each on its own.
final class ValueParts {
  private static final int SHORT = 160;
  private static final int FITS_BESIDE = 3;

  private final ResultParts parts;

  ValueParts(ResultParts parts) {
    this.parts = parts;
  }

  /// The parts of a value.
  ///
  /// @param label the words above it
  /// @param type its type, where it is known
  List<ResultPart> of(String label, Value value, Optional<Type> type) {
    if (!(value instanceof Value.Fields(Map<String, Value> fields))) {
      return List.of(part(label, value, type));
    }
    Map<String, Type> types =
        type.filter(Type.Fields.class::isInstance)
            .map(known -> ((Type.Fields) known).fields())
            .orElse(Map.of());
    Map<String, String> facts = new LinkedHashMap<>();
    List<ResultPart> rest = new ArrayList<>();
    fields.forEach((name, each) -> {
      Optional<Type> known = Optional.ofNullable(types.get(name));
      String shown = known.map(one -> shown(one, each)).orElseGet(() -> parts.cell(name, each));
      if (each instanceof Value.Items || shown.length() > SHORT || shown.contains("\n")) {
        rest.add(part(ResultParts.heading(name), each, known));
      } else {
        facts.put(ResultParts.heading(name), shown);
      }
    });
    List<ResultPart> all = new ArrayList<>();
    if (!facts.isEmpty()) {
      all.add(ResultPart.facts(label, facts));
    }
    all.addAll(rest);
    return all;
  }

  /// The parts of a value for the narrow column beside a form: each row of a wide table as facts.
  ///
  /// @param kind how a result of this value is declared, or empty
  List<ResultPart> beside(String label, String kind, Value value) {
    String heading = ResultParts.heading(label);
    List<ResultPart> all =
        kind.isEmpty()
            ? of(heading, value, Optional.empty())
            : List.of(parts.of(new RunView.ResultView(heading, heading, kind, value, "")));
    return all.stream().flatMap(part -> narrow(part).stream()).toList();
  }

  private static List<ResultPart> narrow(ResultPart part) {
    if (!part.part().equals("table") || part.columns().size() <= FITS_BESIDE) {
      return List.of(part);
    }
    List<ResultPart> rows = new ArrayList<>();
    for (List<String> row : part.rows()) {
      Map<String, String> facts = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        facts.put(part.columns().get(i), row.get(i));
      }
      String number = part.rows().size() == 1 ? "" : " " + (rows.size() + 1);
      rows.add(ResultPart.facts(part.label() + number, facts));
    }
    return rows;
  }

  private String shown(Type type, Value value) {
    return value instanceof Value.Text(String text)
        ? Shown.value(words(type), text)
        : parts.cell("", value);
  }

  private ResultPart part(String label, Value value, Optional<Type> type) {
    String kind =
        switch (value) {
          case Value.Items(List<Value> items)
              when !items.isEmpty() && items.getFirst() instanceof Value.Fields ->
              "rows";
          case Value.Items _ -> "list";
          case Value.Text(String text) when text.contains("\n") || text.length() > SHORT ->
              "paragraph";
          case Value.Text _, Value.YesNo _, Value.NotStated _, Value.Fields _ ->
              type.map(ValueParts::words).orElse("short text");
        };
    return parts.of(new RunView.ResultView(label, label, kind, value, ""));
  }

  /// The words by which a result of a type is drawn.
  private static String words(Type type) {
    return switch (type) {
      case Type.Paragraph _ -> "paragraph";
      case Type.Number _ -> "number";
      case Type.Money _ -> "money";
      case Type.Date _ -> "date";
      case Type.Measure _ -> "length";
      case Type.YesNo _ -> "yes or no";
      case Type.Items _ -> "list";
      case Type.Rows _ -> "rows";
      case Type.Text _, Type.OneOf _, Type.Fields _, Type.Document _, Type.Documents _ ->
          "short text";
    };
  }
}
