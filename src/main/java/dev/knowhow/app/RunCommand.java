package dev.knowhow.app;

import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs a tool on the inputs of its examples: with their sample answers, for nothing, or with the
/// connected models, for money.
@Command(name = "run", description = "Runs a tool on its examples.")
final class RunCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "FOLDER", description = "The folder that holds tool.yaml.")
  private String folder = "";

  @Option(
      names = "--example",
      paramLabel = "NAME",
      description = "One example. Default: all; with --live the first.")
  private String example = "";

  @Option(
      names = "--live",
      description = "Ask the models connected in the data folder; it costs money.")
  private boolean live;

  @Option(names = "--json", description = "Print the results for a program.")
  private boolean json;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path path = surroundings.here().resolve(folder);
    try (Workshop workshop = new Workshop(surroundings)) {
      Definition definition = workshop.read(path);
      List<Example> examples = ExampleChoice.of(definition, example);
      if (live) {
        return new LiveRun(surroundings, place.settings(surroundings, null), json)
            .run(definition, examples.getFirst());
      }
      boolean failed = false;
      for (Example each : examples) {
        failed |= !rehearse(workshop, definition, each);
      }
      return failed ? Main.PROBLEM : 0;
    }
  }

  private boolean rehearse(Workshop workshop, Definition definition, Example each) {
    Rehearsal.Rehearsed rehearsed =
        workshop.rehearsal.rehearse(definition, each.inputs(), each.answers());
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("example", Value.text(each.id()));
    fields.put("answers", Value.text("sample answers " + each.answers().origin().words()));
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
            fields.put("because", Value.text("The flow does not end."));
            yield false;
          }
        };
    fields.put("charged", Value.text("nothing: no model was asked"));
    if (json) {
      surroundings.out().println(ValueJson.print(Value.fields(fields)));
    } else {
      Printing.people(surroundings.out(), fields);
    }
    return ended;
  }
}
