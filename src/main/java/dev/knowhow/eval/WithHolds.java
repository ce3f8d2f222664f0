package dev.knowhow.eval;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A tool with one more check at its end: what must hold in an example. So an example's sentences
/// mean exactly what they mean in a tool.
final class WithHolds {
  static final String STEP = "example_holds";
  private static final String NAMES = "example_names";

  private WithHolds() {}

  static Definition of(Definition definition, Example example) {
    if (example.holds().isEmpty()) {
      return definition;
    }
    Tool tool = definition.tool();
    List<Step> steps = new ArrayList<>(tool.steps());
    List<Step.Named> names = resultNames(tool);
    if (!names.isEmpty()) {
      steps.add(new Step.Calculate(NAMES, "name the results", names, 0));
    }
    steps.add(new Step.Check(STEP, "see what must hold in the example", example.holds(), 0));
    String holds = example.holds().stream().map(Written::text).collect(Collectors.joining("\n"));
    return new Definition(
        new Tool(
            tool.name(),
            tool.about(),
            tool.house(),
            tool.button(),
            tool.saves(),
            tool.savesBecause(),
            tool.inputs(),
            tool.knowledge(),
            steps,
            tool.results(),
            tool.expertPoints()),
        definition.house(),
        definition.prompts(),
        definition.knowledge(),
        definition.examples(),
        definition.files().with("example-holds.txt", holds.getBytes(StandardCharsets.UTF_8)));
  }

  /// Results whose name no step gives: they are calculated from where they come from.
  private static List<Step.Named> resultNames(Tool tool) {
    Set<String> known = new HashSet<>();
    tool.inputs().forEach(input -> known.add(input.name()));
    for (Step step : Steps.all(tool.steps())) {
      switch (step) {
        case Step.Ask ask -> known.add(ask.id());
        case Step.LookUp lookUp -> known.add(lookUp.gives());
        case Step.Calculate calculate ->
            calculate.values().forEach(named -> known.add(named.name()));
        case Step.ForEach loop -> known.add(loop.gives());
        case Step.Match match -> known.add(match.gives());
        case Step.Choose _, Step.Check _ -> {}
      }
    }
    return tool.results().stream()
        .filter(result -> !known.contains(result.name()))
        .map(WithHolds::named)
        .toList();
  }

  private static Step.Named named(ResultField result) {
    return new Step.Named(result.name(), result.from());
  }
}
