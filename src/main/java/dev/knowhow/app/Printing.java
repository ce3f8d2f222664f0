package dev.knowhow.app;

import dev.knowhow.flow.FlowResult;
import dev.knowhow.value.Value;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Results as a terminal shows them.
final class Printing {
  private Printing() {}

  /// A flow's result as named values.
  static Map<String, Value> result(FlowResult result) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(
        "outcome",
        Value.text(
            switch (result.outcome()) {
              case RESULT -> "result";
              case CANT_SAY -> "can't say";
            }));
    if (!result.because().isEmpty()) {
      fields.put("because", Value.text(result.because()));
    }
    fields.put("results", result.results());
    return fields;
  }

  /// Prints named values for people: a line each, texts of several lines below their name.
  static void people(PrintWriter out, Map<String, Value> fields) {
    fields.forEach((name, value) -> people(out, name, value, ""));
    out.println();
  }

  private static void people(PrintWriter out, String name, Value value, String indent) {
    String label = indent + name.replace('_', ' ') + ":";
    switch (value) {
      case Value.Text(String text) when text.indexOf('\n') < 0 -> out.println(label + " " + text);
      case Value.Text(String text) -> {
        out.println(label);
        text.lines().forEach(line -> out.println(indent + "  | " + line));
      }
      case Value.YesNo(boolean yes) -> out.println(label + (yes ? " yes" : " no"));
      case Value.NotStated() -> out.println(label + " not stated");
      case Value.Items(List<Value> items) -> {
        out.println(label + (items.isEmpty() ? " none" : ""));
        for (int i = 0; i < items.size(); i++) {
          people(out, Integer.toString(i + 1), items.get(i), indent + "  ");
        }
      }
      case Value.Fields(Map<String, Value> inner) -> {
        out.println(label);
        inner.forEach((each, v) -> people(out, each, v, indent + "  "));
      }
    }
  }
}
