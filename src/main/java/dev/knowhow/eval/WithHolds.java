package dev.knowhow.eval;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Otherwise;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A tool with one more check: what must hold in an example, at the end of the flow or right before
/// the choice that ends it early. So an example's sentences mean exactly what they mean in a tool.
final class WithHolds {
  static final String STEP = "example_holds";
  private static final String NAMES = "example_names";

  private WithHolds() {}

  /// The tool with the check at its end.
  static Definition atTheEnd(Definition definition, Example example) {
    return with(definition, example, definition.tool().steps().size());
  }

  /// The tool with the check before the step that holds the choice with this id.
  static Definition before(Definition definition, Example example, String choice) {
    List<Step> steps = definition.tool().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (Steps.all(List.of(steps.get(i))).stream().anyMatch(step -> step.id().equals(choice))) {
        return with(definition, example, i);
      }
    }
    throw new IllegalArgumentException("no step " + choice);
  }

  private static Definition with(Definition definition, Example example, int place) {
    if (example.holds().isEmpty()) {
      return definition;
    }
    Tool tool = definition.tool();
    List<Step> steps = new ArrayList<>(tool.steps().subList(0, place));
    List<Step.Named> names = resultNames(tool, known(tool, steps));
    if (!names.isEmpty()) {
      steps.add(new Step.Calculate(NAMES, "name the results", names, 0));
    }
    steps.add(
        new Step.Check(
            STEP, "see what must hold in the example", example.holds(), Otherwise.STOP, "", 0));
    steps.addAll(tool.steps().subList(place, tool.steps().size()));
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
            tool.expertPoints(),
            tool.script()),
        definition.house(),
        definition.prompts(),
        definition.knowledge(),
        definition.examples(),
        definition.files().with("example-holds.txt", holds.getBytes(StandardCharsets.UTF_8)));
  }

  /// Results whose name no step gives: they are calculated from where they come from, as far as
  /// that is known.
  private static List<Step.Named> resultNames(Tool tool, Set<String> known) {
    return tool.results().stream()
        .filter(result -> !known.contains(result.name()) && known.contains(root(result)))
        .map(WithHolds::named)
        .toList();
  }

  private static String root(ResultField result) {
    return Arrays.asList(result.from().text().split("\\.", -1)).getFirst();
  }

  private static Set<String> known(Tool tool, List<Step> steps) {
    Set<String> known = new HashSet<>();
    tool.inputs().forEach(input -> known.add(input.name()));
    for (Step step : Steps.all(steps)) {
      known.addAll(Steps.gives(step));
    }
    return known;
  }

  private static Step.Named named(ResultField result) {
    return new Step.Named(result.name(), result.from());
  }
}
