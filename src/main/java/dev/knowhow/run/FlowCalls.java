package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.knowledge.Passage;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the arguments of a flow's calls and writes their answers, as plain data.
final class FlowCalls {
  static final String ASK = "ask";
  static final String LOOK_UP = "lookUp";
  static final String NOW = "now";
  static final String REVIEW = "review";
  static final String USE_TOOL = "useTool";

  private FlowCalls() {}

  /// The attempt that an ask is, counted from 1; 1 for any other call.
  static int attempt(FlowCall call) {
    return call.arguments().get("again") instanceof Value.Fields again
        ? Integer.parseInt(again.get("attempt").textOrEmpty())
        : Turns.number(call).orElse(1);
  }

  static Prepared.AskCall ask(FlowCall call) {
    Map<String, Value> names =
        call.arguments().get("names") instanceof Value.Fields(Map<String, Value> fields)
            ? fields
            : Map.of();
    return new Prepared.AskCall(
        call.step(),
        call.arguments().get("tier").textOrEmpty(),
        names,
        again(call),
        Turns.soFar(call));
  }

  private static Optional<Prepared.Again> again(FlowCall call) {
    if (!(call.arguments().get("again") instanceof Value.Fields again)) {
      return Optional.empty();
    }
    Value previous = again.get("previous");
    return Optional.of(
        new Prepared.Again(
            attempt(call),
            texts(again.get("reasons")),
            previous instanceof Value.Text(String text)
                ? text
                : previous.isStated() ? dev.knowhow.value.ValueJson.print(previous) : ""));
  }

  /// The names of the knowledge to look in.
  static List<String> in(FlowCall call) {
    return texts(call.arguments().get("in"));
  }

  static String query(FlowCall call) {
    return call.arguments().get("for").textOrEmpty();
  }

  static int atMost(FlowCall call) {
    return Integer.parseInt(call.arguments().get("atMost").textOrEmpty());
  }

  static Value passages(List<Passage> passages) {
    List<Value> rows = new ArrayList<>();
    for (Passage passage : passages) {
      Map<String, Value> row = new LinkedHashMap<>();
      row.put("text", Value.text(passage.text()));
      row.put("title", Value.text(passage.title()));
      row.put("heading", Value.text(passage.heading()));
      row.put("source", Value.text(passage.source()));
      row.put("number", Value.text(Integer.toString(passage.number())));
      rows.add(Value.fields(row));
    }
    return Value.items(rows);
  }

  /// The passages of a look-up's journaled answer.
  static List<Passage> passages(Value answer) {
    List<Passage> passages = new ArrayList<>();
    if (answer instanceof Value.Items(List<Value> rows)) {
      for (Value each : rows) {
        if (each instanceof Value.Fields row) {
          passages.add(
              new Passage(
                  row.get("source").textOrEmpty(),
                  row.get("title").textOrEmpty(),
                  row.get("heading").textOrEmpty(),
                  row.get("text").textOrEmpty(),
                  Integer.parseInt(row.get("number").textOrEmpty())));
        }
      }
    }
    return passages;
  }

  /// An ask's answer with what it used, for the flow's budgets.
  static Value spent(Value answer, long tokens, long picos) {
    return answer instanceof Value.Fields fields
        ? fields.with("spent", Ending.spent(tokens, picos))
        : answer;
  }

  static Value good(Value answer) {
    return Value.fields("value", answer);
  }

  static Value bad(List<String> reasons) {
    return Value.fields("bad", Value.items(reasons.stream().map(Value::text).toList()));
  }

  static List<String> texts(Value value) {
    return switch (value) {
      case Value.Items(List<Value> items) -> items.stream().map(Value::textOrEmpty).toList();
      case Value.Text(String text) -> List.of(text);
      case Value.YesNo _, Value.NotStated _, Value.Fields _ -> List.of();
    };
  }
}
