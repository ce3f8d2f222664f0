package dev.knowhow.flow;

import dev.knowhow.tool.Step;
import dev.knowhow.tool.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a match: two tables compared row by row. Not thread-safe.
final class MatchScript {
  private final ScriptText script;
  private final WrittenReader reader;
  private final Faults faults;

  MatchScript(ScriptText script, WrittenReader reader, Faults faults) {
    this.script = script;
    this.reader = reader;
    this.faults = faults;
  }

  /// One of the two tables.
  private record Side(String name, String js, Map<String, Sort> fields) {
    Scope.Known known() {
      return new Scope.Known(
          Js.variable(name), new Sort.Fields(fields), false, Optional.of(js), false);
    }

    String property(List<String> on) {
      List<String> parts = new ArrayList<>(List.of(js));
      fields.keySet().stream()
          .filter(field -> !on.contains(field))
          .map(Js::text)
          .forEach(parts::add);
      return name + ": [" + String.join(", ", parts) + "]";
    }
  }

  /// Writes the step; gives the names known after it.
  Scope match(Step.Match match, Scope scope, Place place) {
    Side left = side(match.left(), match.leftName(), match, scope);
    Side right = side(match.right(), match.rightName(), match, scope);
    List<String> on = match.on();
    Map<String, Sort> gives = new LinkedHashMap<>();
    for (String field : on) {
      Sort one = left.fields().getOrDefault(field, new Sort.Wrong());
      Sort other = right.fields().getOrDefault(field, new Sort.Wrong());
      if (!Agreement.agree(one, other)) {
        faults.at(
            match.line(),
            match.id() + "/on",
            "“"
                + field
                + "” is "
                + one.words()
                + " on the left and "
                + other.words()
                + " on the right",
            "Compare fields of the same kind.");
      }
      gives.put(field, one);
    }
    addFields(left, on, gives);
    addFields(right, on, gives);
    script.open(
        place.gives(Js.variable(match.gives()))
            + place.run()
            + ".match("
            + Js.text(match.id())
            + ", {");
    script.line(left.property(on) + ",").line(right.property(on) + ",");
    script.between("}, " + Js.texts(on) + ", {");
    columns(match, scope, left, right, gives);
    script.close("});");
    return scope.with(
        match.gives(),
        Scope.Known.certain(Js.variable(match.gives()), new Sort.Items(new Sort.Fields(gives))));
  }

  private void columns(
      Step.Match match, Scope scope, Side left, Side right, Map<String, Sort> gives) {
    Scope known = scope.with(left.name(), left.known()).with(right.name(), right.known());
    List<String> names = new ArrayList<>(List.of(left.name(), right.name()));
    for (Step.Column column : match.columns()) {
      List<String> given =
          names.stream().map(name -> Js.property(name, Js.variable(name))).toList();
      String start = column.name() + ": (" + Js.object(given) + ") => ";
      Sort sort = column(match.id(), column, start, known);
      gives.put(column.name(), sort);
      known = known.with(column.name(), Scope.Known.certain(Js.variable(column.name()), sort));
      names.add(column.name());
    }
  }

  private Sort column(String step, Step.Column column, String start, Scope known) {
    String where = step + "/" + column.name();
    return switch (column.content()) {
      case Step.Column.Content.Formula(Written formula) -> {
        Piece piece = reader.formula(formula, where, known);
        script.line(start + piece.js() + ",");
        yield piece.sort();
      }
      case Step.Column.Content.FirstThatHolds(List<Step.Column.Case> cases) -> {
        script.open(start + "FIRST_THAT_HOLDS(");
        for (Step.Column.Case each : cases) {
          String holds =
              each.when() instanceof Step.Condition.When(Written formula)
                  ? reader.condition(formula, where, known).js()
                  : "true";
          script.line("[" + Js.text(each.text()) + ", " + holds + "],");
        }
        script.close("),");
        yield new Sort.Text(cases.stream().map(Step.Column.Case::text).distinct().toList());
      }
    };
  }

  private Side side(Written path, String name, Step.Match match, Scope scope) {
    Piece piece = reader.path(path, match.id(), scope);
    if (piece.sort() instanceof Sort.Items(Sort each)
        && each instanceof Sort.Fields(Map<String, Sort> fields)) {
      return new Side(name, piece.js(), fields);
    }
    if (!piece.isWrong()) {
      faults.at(
          path,
          match.id(),
          "“" + path + "” is " + piece.sort().words() + ", and match compares tables",
          "Name two lists of rows.");
    }
    return new Side(name, piece.js(), Map.of());
  }

  private static void addFields(Side side, List<String> on, Map<String, Sort> gives) {
    side.fields()
        .forEach((field, sort) -> {
          if (!on.contains(field)) {
            gives.put(side.name() + "_" + field, sort);
          }
        });
  }
}
