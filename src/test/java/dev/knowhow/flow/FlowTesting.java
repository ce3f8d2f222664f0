package dev.knowhow.flow;

import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/// What the tests of flows share: a pool with short deadlines, scripts, and someone who answers.
final class FlowTesting {
  static final Instant BEGAN = Instant.parse("2026-11-24T15:04:05Z");

  private FlowTesting() {}

  static Flows flows() {
    return new Flows(
        WorkerPlace.ofSystem(),
        new FlowLimits(2, Duration.ofSeconds(4), Duration.ofSeconds(60), 10_000));
  }

  /// A pool for flows that are known to end, however busy the machine is.
  static Flows patientFlows() {
    return new Flows(
        WorkerPlace.ofSystem(),
        new FlowLimits(2, Duration.ofSeconds(60), Duration.ofSeconds(120), 10_000));
  }

  static FlowProgram program(String script) {
    return new FlowProgram(script, FlowCompiler.PRELUDE, List.of(), new TreeSet<>());
  }

  static SliceRequest request(String script, String inputs, List<JournalAnswer> journal) {
    return request(program(script), inputs, Map.of(), journal, "");
  }

  static SliceRequest request(
      FlowProgram program,
      String inputs,
      Map<String, String> knowledge,
      List<JournalAnswer> journal,
      String warmKey) {
    return request(program, inputs, knowledge, journal, warmKey, Turn.person("tool"));
  }

  static SliceRequest request(
      FlowProgram program,
      String inputs,
      Map<String, String> knowledge,
      List<JournalAnswer> journal,
      String warmKey,
      Turn turn) {
    Value.Fields given = (Value.Fields) ValueJson.parse(inputs);
    return new SliceRequest(program, given, knowledge, BEGAN, 42, journal, warmKey, turn);
  }

  static JournalAnswer answer(FlowCall call, String json) {
    return new JournalAnswer(
        call.number(), call.name(), call.argumentsHash(), ValueJson.parse(json));
  }

  /// Executes a flow to its end, answering every call at once and in order; it stays warm.
  static Slice toTheEnd(
      Flows flows,
      FlowProgram program,
      String inputs,
      Map<String, String> knowledge,
      Function<FlowCall, String> answers) {
    List<JournalAnswer> journal = new ArrayList<>();
    String key = "run of " + System.identityHashCode(journal);
    while (true) {
      Slice slice = flows.slice(request(program, inputs, knowledge, journal, key));
      if (!(slice instanceof Slice.Waiting(List<FlowCall> calls, _))) {
        return slice;
      }
      for (FlowCall call : calls) {
        journal.add(answer(call, answers.apply(call)));
      }
    }
  }

  /// A call answered from sample answers; nothing is ever found.
  static String sampleAnswer(FlowCall call, SampleAnswers answers) {
    if (call.name().equals("review")) {
      return answers
          .decision(call.arguments().get("of").textOrEmpty())
          .map(decision ->
              "{\"decision\":\"approved\",\"by\":\"Dana\",\"fills\":"
                  + ValueJson.print(decision.fills())
                  + "}")
          .orElse("{\"decision\":\"late\"}");
    }
    if (!call.name().equals("ask")) {
      return "[]";
    }
    int row = call.lane().isEmpty() ? 0 : Integer.parseInt(call.lane().replaceAll("\\D", "")) - 1;
    return "{\"value\":" + ValueJson.print(answers.of(call.step()).get(row)) + "}";
  }

  static String results(Slice slice) {
    return slice instanceof Slice.Done(FlowResult result, _)
        ? ValueJson.print(result.results())
        : slice.toString();
  }
}
