package dev.knowhow.app;

import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.ledger.Charge;
import dev.knowhow.model.Answer;
import dev.knowhow.model.ModelCall;
import dev.knowhow.model.Recorder;
import dev.knowhow.price.Money;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Step;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs a template in a folder once with the models connected in a data folder. Its calls are
/// reserved and charged like any other and belong to no tool. Unlike a run in the browser it has no
/// journal: stopped, it is lost, and what it paid for stays in the ledger.
final class LiveRun {
  private final Surroundings surroundings;
  private final Settings settings;
  private final boolean json;

  LiveRun(Surroundings surroundings, Settings settings, boolean json) {
    this.surroundings = surroundings;
    this.settings = settings;
    this.json = json;
  }

  int run(Definition definition, Example example) {
    try (Rooms rooms = Rooms.open(settings)) {
      String runId = "command-line-" + surroundings.clock().millis();
      Rehearsal.Rehearsed rehearsed =
          rooms
              .rehearsal()
              .rehearse(
                  definition,
                  example.inputs(),
                  example.answers(),
                  (ask, lane, attempt, tier, prompt) ->
                      answer(rooms, runId, ask, lane, attempt, tier, prompt));
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("example", Value.text(example.id()));
      boolean ended =
          switch (rehearsed.end()) {
            case Slice.Done(FlowResult result, List<TraceEntry> _) -> {
              fields.putAll(Printing.result(result));
              yield true;
            }
            case Slice.Failed(FlowFault fault, List<TraceEntry> _) -> {
              fields.put("outcome", Value.text("failed"));
              fields.put("step", Value.text(fault.step()));
              fields.put("because", Value.text(fault.what() + " " + fault.hint()));
              yield false;
            }
            case Slice.Waiting _ -> {
              fields.put("outcome", Value.text("failed"));
              yield false;
            }
          };
      charges(rooms.ledger().chargesOf(runId), fields);
      if (json) {
        surroundings.out().println(ValueJson.print(Value.fields(fields)));
      } else {
        Printing.people(surroundings.out(), fields);
      }
      return ended ? 0 : Main.PROBLEM;
    }
  }

  private static String answer(
      Rooms rooms,
      String runId,
      Step.Ask ask,
      String lane,
      int attempt,
      Tier tier,
      CompiledPrompt prompt) {
    Answer answer =
        rooms
            .models()
            .ask(
                new ModelCall(
                    runId,
                    ask.id(),
                    attempt,
                    lane,
                    "",
                    0,
                    "",
                    tier,
                    prompt,
                    ask.atMost().outputTokens()),
                Recorder.NOTHING,
                _ -> {});
    return switch (answer) {
      case Answer.Answered answered ->
          ask.returns().isPresent() ? answered.bare() : answered.text();
      case Answer.Refused refused -> throw refused.problem();
    };
  }

  private static void charges(List<Charge> charges, Map<String, Value> fields) {
    List<Value> rows = new ArrayList<>();
    Money sum = Money.ZERO;
    for (Charge charge : charges) {
      sum = sum.plus(charge.cost());
      Map<String, Value> row = new LinkedHashMap<>();
      row.put("step", Value.text(charge.reservation().request().stepId()));
      row.put("model", Value.text(charge.reservation().request().model().toString()));
      row.put("tokens in", Value.text(Long.toString(charge.usage().input())));
      row.put("tokens out", Value.text(Long.toString(charge.usage().output())));
      row.put("picodollars", Value.text(Long.toString(charge.cost().picos())));
      row.put("cost", Value.text(charge.shown()));
      rows.add(Value.fields(row));
    }
    fields.put("charges", Value.items(rows));
    fields.put("charged", Value.text(sum.shown()));
  }
}
