package dev.knowhow.run;

import dev.knowhow.flow.TraceEntry;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.KnowledgeSource;
import dev.knowhow.tool.Tool;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where the words stand that checks found: the label of the input or the knowledge, with page and
/// line, each place with one number.
final class Sources {
  private final Tool tool;
  private final Value.Fields inputs;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private Sources(Tool tool, Value.Fields inputs) {
    this.tool = tool;
    this.inputs = inputs;
  }

  static List<RunView.Source> of(Tool tool, Value.Fields inputs, List<TraceEntry> trace) {
    Sources sources = new Sources(tool, inputs);
    Set<RunView.Source> found = new LinkedHashSet<>();
    for (TraceEntry entry : trace) {
      if (entry.verdict() == TraceEntry.Verdict.PASSED) {
        entry.found().forEach(place -> found.add(sources.source(place)));
      }
    }
    return new ArrayList<>(found);
  }

  private RunView.Source source(TraceEntry.Found found) {
    int bracket = found.source().indexOf('[');
    String name = bracket < 0 ? found.source() : found.source().substring(0, bracket);
    int document =
        bracket < 0
            ? 1
            : Integer.parseInt(found.source().substring(bracket + 1, found.source().length() - 1));
    String label = label(name);
    String place = place(name, document, found.start());
    int number = numbers.computeIfAbsent(label + "\n" + place, _ -> numbers.size() + 1);
    return new RunView.Source(number, found.quote(), label, place);
  }

  private String label(String name) {
    return tool.input(name)
        .map(Input::label)
        .or(() ->
            tool.knowledge().stream()
                .filter(source -> source.name().equals(name))
                .map(KnowledgeSource::label)
                .findFirst())
        .orElse(name.replace('_', ' '));
  }

  private String place(String name, int document, int start) {
    return switch (inputs.get(name)) {
      case Value.Text(String text) -> "line " + lineAt(text, start);
      case Value.Items(List<Value> items) when document <= items.size() ->
          inDocument(items.get(document - 1), items.size() > 1, start);
      case Value.Fields one -> inDocument(one, false, start);
      case Value.Items _, Value.NotStated _, Value.YesNo _ -> "";
    };
  }

  private static String inDocument(Value value, boolean named, int start) {
    if (!(value instanceof Value.Fields document)) {
      return "";
    }
    String text = document.get("text").textOrEmpty();
    String where = pageOrLine(document, text, start);
    return named ? document.get("name").textOrEmpty() + ", " + where : where;
  }

  private static String pageOrLine(Value.Fields document, String text, int start) {
    if (document.get("pages") instanceof Value.Items(List<Value> pages) && pages.size() > 1) {
      int passed = 0;
      for (Value each : pages) {
        if (each instanceof Value.Fields page) {
          String body = page.get("text").textOrEmpty();
          passed += body.isEmpty() ? 0 : body.length() + 2;
          if (start < passed) {
            return "page " + page.get("number").textOrEmpty();
          }
        }
      }
    }
    return "line " + lineAt(text, start);
  }

  private static int lineAt(String text, int start) {
    int line = 1;
    for (int i = 0; i < Math.min(start, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
