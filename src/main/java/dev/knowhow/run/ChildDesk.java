package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Fitting;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.Manner;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.ToolRow;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Tools;
import dev.knowhow.value.Value;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Starts the runs of other tools that flows use. The journal's entry and the new run's row are one
/// transaction, so that there is never a second one; the new run's end answers the entry.
/// Thread-safe.
final class ChildDesk {
  private static final int DEEPEST = 3;

  private final Database database;
  private final Tools tools;
  private final Preparation preparation;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Entries entries;
  private final RunStore runs = new RunStore();
  private final StateStore states = new StateStore();

  ChildDesk(
      Database database,
      Tools tools,
      Preparation preparation,
      InstantSource clock,
      RandomGenerator random) {
    this.database = database;
    this.tools = tools;
    this.preparation = preparation;
    this.clock = clock;
    this.random = random;
    this.entries = new Entries(clock);
  }

  /// Starts the run that a call wants, unless it runs already; what can't be started is answered
  /// with the reason.
  Performed use(RunStore.Row run, FlowCall call) {
    String name = call.arguments().get("tool").textOrEmpty();
    Optional<ToolRow> found = tools.named(name, run.toolId());
    if (run.inside().depth() >= DEEPEST) {
      return refused(run, call, "Tools use each other more than " + DEEPEST + " deep here.");
    }
    if (found.isEmpty()) {
      return refused(run, call, "This workspace has no tool “" + name + "”.");
    }
    ToolVersion version = tools.versionOfRun(found.get().id(), found.get().newest());
    Inputs inputs = inputs(version.tool(), call);
    if (!inputs.faults().isEmpty()) {
      return refused(
          run,
          call,
          "“" + version.tool().name() + "” can't take this: " + inputs.faults().getFirst() + ".");
    }
    return start(run, call, version, inputs.values());
  }

  /// The id of the run that a call starts.
  static String idOf(String runId, int call) {
    return runId + "u" + call;
  }

  private Performed start(
      RunStore.Row run, FlowCall call, ToolVersion version, Value.Fields inputs) {
    Programs.Stored program;
    try {
      program = preparation.of(version.definition()).stored();
    } catch (Problem faulty) {
      return refused(run, call, faulty.what());
    }
    String id = idOf(run.id(), call.number());
    database.write(handle -> {
      if (states.lock(handle, run.id())
          && entries.enter(handle, run.id(), call, Optional.empty(), false)) {
        runs.insert(
            handle,
            new RunStore.Row(
                id,
                version.toolId(),
                version.number(),
                run.personId(),
                run.personName(),
                Optional.empty(),
                RunState.RUNNING,
                inputs,
                random.nextLong(),
                program.keep(handle, database.blobs()),
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                new RunStore.Inside(
                    Optional.of(new RunStore.Parent(run.id(), call.number())),
                    run.root(),
                    run.inside().depth() + 1),
                Optional.empty(),
                RunStore.Attempts.NONE,
                run.tried().map(_ -> "")));
      }
      return true;
    });
    return new Performed.Outside(Optional.of(id));
  }

  private Performed refused(RunStore.Row run, FlowCall call, String because) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("outcome", Value.text("failed"));
    fields.put("because", Value.text(because));
    fields.put("results", Value.noFields());
    fields.put("spent", Ending.spent(0, 0));
    fields.put("run", Value.text(""));
    Value answer = Value.fields(fields);
    return database.write(handle -> {
      if (!entries.enter(handle, run.id(), call, Optional.empty(), false)) {
        // the run was started by an earlier drive, or an answer is under way
        return new Performed.Outside(Optional.empty());
      }
      long place =
          entries.answer(handle, run.id(), call, new Entries.Said(answer, "", Answerer.NOBODY));
      return new Performed.Arrived(place, answer);
    });
  }

  /// The inputs as the other tool's form would have them.
  private record Inputs(Value.Fields values, List<String> faults) {}

  private static Inputs inputs(Tool tool, FlowCall call) {
    Value.Fields given =
        call.arguments().get("given") instanceof Value.Fields fields ? fields : Value.noFields();
    Map<String, Value> values = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (String name : given.fields().keySet()) {
      if (tool.input(name).isEmpty()) {
        faults.add("it has no input " + name);
      }
    }
    for (Input input : tool.inputs()) {
      Value raw = given.get(input.name());
      if (!raw.isStated() && input.required()) {
        faults.add(input.name() + " is missing");
        continue;
      }
      switch (input.type().read(raw, Manner.MODEL)) {
        case Fitting.Fits(Value value) -> values.put(input.name(), value);
        case Fitting.Misfits(List<Fitting.Misfit> misfits) ->
            faults.add(input.name() + ": " + misfits.getFirst());
      }
    }
    return new Inputs(Value.fields(values), faults);
  }
}
