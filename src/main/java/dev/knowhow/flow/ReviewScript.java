package dev.knowhow.flow;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes where a person decides. Not thread-safe.
final class ReviewScript {
  private final ScriptText script;
  private final WrittenReader reader;
  private final Set<String> asks;
  private final Set<String> reviewed;

  ReviewScript(Definition definition, ScriptText script, WrittenReader reader) {
    this.script = script;
    this.reader = reader;
    asks = definition.tool().asks().stream().map(Step.Ask::id).collect(Collectors.toSet());
    reviewed =
        Steps.all(definition.tool().steps()).stream()
            .filter(Step.Review.class::isInstance)
            .map(step -> ((Step.Review) step).of())
            .collect(Collectors.toSet());
  }

  /// The beginning of a line that gives an ask its value: one that is reviewed may get another.
  String gives(String ask, Place place) {
    String line = place.gives(Js.variable(ask));
    return reviewed.contains(ask) && line.startsWith("const ")
        ? "let " + line.substring("const ".length())
        : line;
  }

  /// Writes the call and what it gives; what happens when it is late comes after it.
  ///
  /// @return the names that are known then
  Scope review(Step.Review review, Scope scope, Place place) {
    List<String> options = options(review, scope);
    Piece of =
        reader.path(new Written(review.of(), "tool.yaml", review.line()), review.id(), scope);
    String call =
        "const "
            + review.id()
            + " = await "
            + place.run()
            + ".review("
            + Js.text(review.id())
            + ", "
            + Js.object(List.of(Js.property(review.of(), of.js())));
    if (options.isEmpty()) {
      script.line(call + ");");
    } else {
      script.open(call + ", {");
      options.forEach(option -> script.line(option + ","));
      script.close("});");
    }
    if (asks.contains(review.of())) {
      script.line(of.js() + " = " + review.id() + ".value;");
    }
    Map<String, Type> fills = review.fills().fields();
    Scope known = scope;
    for (Map.Entry<String, Type> fill : fills.entrySet()) {
      String variable = Js.variable(fill.getKey());
      script.line(place.gives(variable) + review.id() + ".fills." + fill.getKey() + ";");
      known = known.with(fill.getKey(), Scope.Known.certain(variable, Sort.of(fill.getValue())));
    }
    return known;
  }

  private List<String> options(Step.Review review, Scope scope) {
    List<String> options = new ArrayList<>();
    if (!review.by().isEmpty()) {
      options.add(by(review.by()));
    }
    List<String> shown = new ArrayList<>();
    for (Written path : review.show()) {
      shown.add(Js.property(path.text(), reader.path(path, review.id() + "/show", scope).js()));
    }
    if (!shown.isEmpty()) {
      options.add("show: " + Js.object(shown));
    }
    if (!review.fills().fields().isEmpty()) {
      options.add("fills: " + Js.object(TypeJs.properties(review.fills().fields())));
    }
    review.within().ifPresent(within -> options.add("within: " + Js.text(words(within))));
    review.late().ifPresent(_ -> options.add("late: \"go on\""));
    return options;
  }

  /// The options of a call that lets a person decide where checks do not hold.
  static String by(String role) {
    return "by: " + Js.text(role);
  }

  private static String words(Duration within) {
    long minutes = within.toMinutes();
    if (minutes % (24 * 60) == 0) {
      return count(minutes / (24 * 60), "day");
    }
    return minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
  }

  private static String count(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
