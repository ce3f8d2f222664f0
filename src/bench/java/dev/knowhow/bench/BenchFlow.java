package dev.knowhow.bench;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.flow.FlowProgram;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.Turn;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/// A flow of the benchmarks with its inputs, and someone who answers its calls.
///
/// @param answers the answer to a call, as JSON
record BenchFlow(FlowProgram program, Value.Fields inputs, Function<FlowCall, String> answers) {
  private static final int NEWEST_PRELUDE = Integer.getInteger("knowhow.bench.prelude", 2);
  private static final Instant BEGAN = Instant.parse("2026-11-24T15:04:05Z");

  private static final String INPUTS =
      """
      {"note":"January 5, 2026. We deny this because of frequency. The crown was made in March.",
      "lines":[{"item":"crown","price":"1250.00"},{"item":"filling","price":"210.50"},
      {"item":"cleaning","price":"98.00"},{"item":"x-ray","price":"45.00"}],
      "start":"2026-01-05","days":"30"}
      """;
  private static final String FOUND =
      """
      {"value":{"reason":"because of frequency","dated":"2026-01-05",
      "given":[{"item":"crown","price":"1000.00"},{"item":"filling","price":"210.50"},
      {"item":"cleaning","price":"98.00"}]}}
      """;

  /// Sixty lines with two asks, a loop, a match and checks.
  static BenchFlow sixtyLines() {
    return of(
        read("sixty-lines.js"),
        INPUTS,
        call -> call.step().equals("found") ? FOUND : "{\"value\":\"Thank you for your letter.\"}");
  }

  /// Nothing but the end.
  static BenchFlow empty() {
    return of("async function main(run) {\n  return run.finish({});\n}\n", "{}", _ -> "null");
  }

  /// So many asks, each after the one before.
  static BenchFlow inARow(int asks) {
    String script =
        """
        async function main(run) {
          let last = 'nothing';
          for (let i = 1; i <= %ASKS%; i++) {
            last = await run.ask('step', { tier: 'economy', names: { last } });
          }
          return run.finish({ last });
        }
        """;
    return of(
        script.replace("%ASKS%", Integer.toString(asks)),
        "{}",
        call -> "{\"value\":\"Answer " + call.number() + ", of a length that is usual.\"}");
  }

  /// A script with its inputs as JSON.
  static BenchFlow of(String script, String inputs, Function<FlowCall, String> answers) {
    if (!(ValueJson.parse(inputs) instanceof Value.Fields fields)) {
      throw new IllegalArgumentException(inputs);
    }
    return new BenchFlow(
        new FlowProgram(script, NEWEST_PRELUDE, List.of(), new TreeSet<>()), fields, answers);
  }

  private static String read(String name) {
    try {
      return Files.readString(Path.of("src/bench/flows").resolve(name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /// The slice after some answers.
  SliceRequest after(List<JournalAnswer> journal, String warmKey) {
    return new SliceRequest(
        program, inputs, Map.of(), BEGAN, 42, journal, warmKey, Turn.person("bench"));
  }

  /// Answers to all calls that a slice waits for.
  List<JournalAnswer> answered(Slice.Waiting waiting) {
    return waiting.calls().stream()
        .map(call ->
            new JournalAnswer(
                call.number(),
                call.name(),
                call.argumentsHash(),
                ValueJson.parse(answers.apply(call))))
        .toList();
  }

  /// Executes the flow to its end, slice by slice, and gives the journal that it then has.
  ///
  /// @param warmKey under which it waits; empty to begin each slice from the start
  List<JournalAnswer> toTheEnd(Flows flows, String warmKey) {
    List<JournalAnswer> journal = new ArrayList<>();
    while (true) {
      switch (flows.slice(after(journal, warmKey))) {
        case Slice.Waiting waiting -> journal.addAll(answered(waiting));
        case Slice.Done _ -> {
          return journal;
        }
        case Slice.Failed failed -> throw new IllegalStateException(failed.fault().toString());
      }
    }
  }

  /// Executes one slice that must reach the end.
  Slice end(Flows flows, List<JournalAnswer> journal) {
    Slice slice = flows.slice(after(journal, ""));
    if (slice instanceof Slice.Done) {
      return slice;
    }
    throw new IllegalStateException(slice.toString());
  }
}
