package dev.knowhow.run;

import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run came to, as plain data: the flow's result where it has one, and what it did.
///
/// @param result the result; empty where the run failed or was parked
/// @param trace what the flow did, in order
record Outcomes(Optional<FlowResult> result, List<TraceEntry> trace) {

  Outcomes {
    trace = List.copyOf(trace);
  }

  /// Nothing happened yet.
  static final Outcomes NONE = new Outcomes(Optional.empty(), List.of());

  Value write() {
    Map<String, Value> fields = new LinkedHashMap<>();
    result.ifPresent(r -> {
      fields.put("outcome", Value.text(r.outcome().name()));
      fields.put("because", Value.text(r.because()));
      fields.put("results", r.results());
      Map<String, Value> notStated = new LinkedHashMap<>();
      r.notStated().forEach((name, why) -> notStated.put(name, Value.text(why)));
      fields.put("notStated", Value.fields(notStated));
    });
    fields.put("trace", Value.items(trace.stream().map(Outcomes::entry).toList()));
    return Value.fields(fields);
  }

  static Outcomes read(Value value) {
    if (!(value instanceof Value.Fields fields)) {
      return NONE;
    }
    List<TraceEntry> trace = new ArrayList<>();
    for (Value each : items(fields.get("trace"))) {
      if (each instanceof Value.Fields entry) {
        trace.add(entry(entry));
      }
    }
    if (!fields.get("outcome").isStated()) {
      return new Outcomes(Optional.empty(), trace);
    }
    Map<String, String> notStated = new LinkedHashMap<>();
    fieldsOf(fields.get("notStated"))
        .forEach((name, why) -> notStated.put(name, why.textOrEmpty()));
    return new Outcomes(
        Optional.of(
            new FlowResult(
                FlowResult.Outcome.valueOf(fields.get("outcome").textOrEmpty()),
                fields.get("because").textOrEmpty(),
                Value.fields(fieldsOf(fields.get("results"))),
                notStated)),
        trace);
  }

  private static Value entry(TraceEntry entry) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("step", Value.text(entry.step()));
    fields.put("lane", Value.text(entry.lane()));
    fields.put("kind", Value.text(entry.kind().name()));
    fields.put("words", Value.text(entry.words()));
    fields.put("details", entry.details());
    fields.put("verdict", Value.text(entry.verdict().name()));
    fields.put("found", Value.items(entry.found().stream().map(Outcomes::found).toList()));
    return Value.fields(fields);
  }

  private static TraceEntry entry(Value.Fields entry) {
    List<TraceEntry.Found> found = new ArrayList<>();
    for (Value each : items(entry.get("found"))) {
      if (each instanceof Value.Fields place) {
        found.add(
            new TraceEntry.Found(
                place.get("source").textOrEmpty(),
                Integer.parseInt(place.get("start").textOrEmpty()),
                Integer.parseInt(place.get("end").textOrEmpty()),
                place.get("quote").textOrEmpty()));
      }
    }
    return new TraceEntry(
        entry.get("step").textOrEmpty(),
        entry.get("lane").textOrEmpty(),
        TraceEntry.Kind.valueOf(entry.get("kind").textOrEmpty()),
        entry.get("words").textOrEmpty(),
        Value.fields(fieldsOf(entry.get("details"))),
        TraceEntry.Verdict.valueOf(entry.get("verdict").textOrEmpty()),
        found);
  }

  private static Value found(TraceEntry.Found found) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("source", Value.text(found.source()));
    fields.put("start", Value.text(Integer.toString(found.start())));
    fields.put("end", Value.text(Integer.toString(found.end())));
    fields.put("quote", Value.text(found.quote()));
    return Value.fields(fields);
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Items(List<Value> items) ? items : List.of();
  }

  private static Map<String, Value> fieldsOf(Value value) {
    return value instanceof Value.Fields(Map<String, Value> fields) ? fields : Map.of();
  }
}
