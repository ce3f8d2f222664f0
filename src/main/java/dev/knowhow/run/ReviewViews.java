package dev.knowhow.run;

import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.tool.Tool;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Type;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the view of a review from its row and its tool.
final class ReviewViews {
  private static final int LONGEST_FILL = 2_000;

  private ReviewViews() {}

  static ReviewView of(ReviewStore.Row row, ToolVersion version) {
    Tool tool = version.tool();
    Value.Fields asked = row.asked();
    String of = asked.get("of").textOrEmpty();
    return new ReviewView(
        row.id(),
        row.runId(),
        row.toolId(),
        tool.name(),
        row.step(),
        row.lane(),
        words(tool, row, of),
        asked.get("by").textOrEmpty(),
        row.startedByName(),
        asked.get("value"),
        Optional.ofNullable(tool.answers().get(of)),
        label(tool, of),
        fills(tool, row),
        shown(tool, asked),
        FlowCalls.texts(asked.get("reasons")),
        asked.get("maySendBack") instanceof Value.YesNo(boolean may) && may,
        row.since(),
        row.until(),
        row.decided());
  }

  /// What is to be decided, as a sentence without its full stop.
  static String words(Tool tool, ReviewStore.Row row, String of) {
    if (row.asked().get("kind").textOrEmpty().equals("check")) {
      return "Look at the " + spaced(of) + ", which does not pass its checks";
    }
    return step(tool, row.step())
        .map(Step::does)
        .filter(does -> !does.isEmpty())
        .orElse("Review the " + spaced(of));
  }

  private static Optional<Step> step(Tool tool, String id) {
    return Steps.all(tool.steps()).stream().filter(step -> step.id().equals(id)).findFirst();
  }

  private static List<ReviewView.Fill> fills(Tool tool, ReviewStore.Row row) {
    Map<String, Type> types =
        step(tool, row.step())
            .filter(Step.Review.class::isInstance)
            .map(Step.Review.class::cast)
            .map(review -> review.fills().fields())
            .orElse(Map.of());
    List<ReviewView.Fill> fills = new ArrayList<>();
    for (String name : FlowCalls.texts(row.asked().get("fills"))) {
      Type type = types.get(name);
      fills.add(
          new ReviewView.Fill(
              name, spaced(name), type == null ? new Type.Text(LONGEST_FILL, true) : type));
    }
    return fills;
  }

  private static List<ReviewView.Shown> shown(Tool tool, Value.Fields asked) {
    List<ReviewView.Shown> shown = new ArrayList<>();
    if (asked.get("show") instanceof Value.Fields(Map<String, Value> fields)) {
      fields.forEach((name, value) ->
          shown.add(
              new ReviewView.Shown(
                  label(tool, name),
                  tool.result(name).map(result -> result.kind().words()).orElse(""),
                  value)));
    }
    return shown;
  }

  private static String label(Tool tool, String name) {
    return tool.result(name)
        .map(ResultField::label)
        .or(() -> tool.input(name).map(input -> input.label()))
        .orElse(spaced(name));
  }

  private static String spaced(String name) {
    return name.replace('_', ' ').replace('.', ' ');
  }
}
