package dev.knowhow.flow;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import dev.knowhow.worker.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What crosses to a worker and back, as plain data.
final class SliceJson {
  private SliceJson() {}

  /// A request without its journal's answers, and the answers: what the prelude's driver begins
  /// with.
  static String request(SliceRequest request) {
    return request(request, request.journal());
  }

  /// The frame that executes a request from the start, with some of its answers.
  static Frame slice(SliceRequest request, String id, String key, List<JournalAnswer> answers) {
    return Frame.of(
        Frame.Kind.SLICE,
        id,
        key,
        Integer.toString(request.program().prelude()),
        request.program().javascript(),
        request(request, answers));
  }

  private static String request(SliceRequest request, List<JournalAnswer> answers) {
    Map<String, Value> knowledge = new LinkedHashMap<>();
    request.knowledgeTexts().forEach((name, text) -> knowledge.put(name, Value.text(text)));
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("inputs", request.inputs());
    fields.put("knowledge", Value.fields(knowledge));
    fields.put("startedAt", Value.text(request.startedAt().toString()));
    fields.put("seed", Value.text(Long.toString(request.seed())));
    fields.put("journal", answers(answers));
    return ValueJson.print(Value.fields(fields));
  }

  /// Answers as a list.
  static Value.Items answers(List<JournalAnswer> journal) {
    List<Value> answers = new ArrayList<>();
    for (JournalAnswer answer : journal) {
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("number", Value.text(Integer.toString(answer.number())));
      fields.put("name", Value.text(answer.name()));
      fields.put("hash", Value.text(answer.argumentsHash()));
      fields.put("answer", answer.answer());
      answers.add(Value.fields(fields));
    }
    return Value.items(answers);
  }

  /// Reads an outcome.
  ///
  /// @param before what the flow had told before, if it went on: it tells only what is new
  /// @throws dev.knowhow.problem.Problem if the text is not plain data
  /// @throws IllegalArgumentException if the data is no outcome
  static Slice outcome(String json, Optional<Slice.Waiting> before) {
    Value.Fields all = fields(ValueJson.parse(json));
    List<TraceEntry> trace = new ArrayList<>();
    if (all.get("from").isStated()) {
      trace.addAll(
          before.map(Slice.Waiting::trace).orElse(List.of()).subList(0, number(all, "from")));
    }
    items(all.get("trace")).forEach(entry -> trace.add(traced(fields(entry))));
    if (all.get("waiting").isStated()) {
      return new Slice.Waiting(waiting(all, before), trace);
    }
    return all.get("done").isStated()
        ? new Slice.Done(done(fields(all.get("done"))), trace)
        : new Slice.Failed(fault(fields(all.get("failed"))), trace);
  }

  private static List<FlowCall> waiting(Value.Fields all, Optional<Slice.Waiting> before) {
    List<FlowCall> calls = new ArrayList<>();
    if (all.get("known").isStated() && before.isPresent()) {
      int known = number(all, "known");
      before.get().calls().stream().filter(call -> call.number() <= known).forEach(calls::add);
    }
    items(all.get("waiting")).forEach(call -> calls.add(called(fields(call))));
    return calls;
  }

  private static FlowCall called(Value.Fields call) {
    return new FlowCall(
        number(call, "number"),
        text(call, "name"),
        text(call, "step"),
        text(call, "lane"),
        fields(call.get("arguments")),
        text(call, "hash"));
  }

  private static FlowResult done(Value.Fields done) {
    Map<String, String> notStated = new LinkedHashMap<>();
    fields(done.get("notStated"))
        .fields()
        .forEach((name, why) -> notStated.put(name, why.textOrEmpty()));
    return new FlowResult(
        text(done, "outcome").equals("result")
            ? FlowResult.Outcome.RESULT
            : FlowResult.Outcome.CANT_SAY,
        text(done, "because"),
        fields(done.get("results")),
        notStated);
  }

  private static FlowFault fault(Value.Fields fault) {
    return new FlowFault(
        kind(text(fault, "kind")),
        text(fault, "step"),
        text(fault, "lane"),
        number(fault, "line"),
        text(fault, "sentence"),
        text(fault, "what"),
        text(fault, "hint"));
  }

  /// What a flow may say of itself; limits and the sandbox's own trouble are not for it to tell.
  private static FlowFault.Kind kind(String told) {
    FlowFault.Kind kind = FlowFault.Kind.valueOf(told);
    return switch (kind) {
      case CHECK_FAILED,
          ANSWER_DOES_NOT_FIT,
          TOO_MANY_CALLS,
          NOT_REVIEWED,
          TOOL_FAILED,
          BUDGET_SPENT,
          ANOTHER_VERSION ->
          kind;
      case SCRIPT, TOO_LONG, TOO_MUCH_MEMORY, TOO_DEEP, TOO_LARGE, NO_SANDBOX, BUSY ->
          FlowFault.Kind.SCRIPT;
    };
  }

  private static TraceEntry traced(Value.Fields entry) {
    return new TraceEntry(
        text(entry, "step"),
        text(entry, "lane"),
        TraceEntry.Kind.valueOf(text(entry, "kind").toUpperCase(Locale.ROOT)),
        text(entry, "words"),
        fields(entry.get("details")),
        TraceEntry.Verdict.valueOf(text(entry, "verdict")),
        items(entry.get("found")).stream().map(place -> found(fields(place))).toList());
  }

  private static TraceEntry.Found found(Value.Fields place) {
    return new TraceEntry.Found(
        text(place, "source"), number(place, "start"), number(place, "end"), text(place, "quote"));
  }

  private static Value.Fields fields(Value value) {
    if (value instanceof Value.Fields fields) {
      return fields;
    }
    throw new IllegalArgumentException("no fields");
  }

  private static List<Value> items(Value value) {
    if (value instanceof Value.Items(List<Value> items)) {
      return items;
    }
    throw new IllegalArgumentException("no list");
  }

  private static String text(Value.Fields fields, String name) {
    return fields.get(name).textOrEmpty();
  }

  private static int number(Value.Fields fields, String name) {
    return Integer.parseInt(text(fields, name));
  }
}
