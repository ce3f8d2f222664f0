package dev.knowhow.web;

import dev.knowhow.run.StepView;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.tool.Tool;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order in which a person reads what a run did: as the tool's file has its steps, the steps of
/// a loop row by row.
final class StepOrder implements Comparator<StepView> {
  private final Map<String, Place> places;
  private final Comparator<StepView> order =
      Comparator.comparingInt((StepView step) -> place(step).outer())
          .thenComparing(StepOrder::row)
          .thenComparingInt(step -> place(step).own());

  private StepOrder(Map<String, Place> places) {
    this.places = places;
  }

  /// Where a step stands.
  ///
  /// @param outer the place of the outermost loop around it, or its own
  private record Place(int outer, int own) {}

  /// The order of a tool's steps.
  static StepOrder of(Tool tool) {
    Map<String, Place> places = new HashMap<>();
    List<Step> all = Steps.all(tool.steps());
    for (int i = 0; i < all.size(); i++) {
      places.putIfAbsent(all.get(i).id(), new Place(i, i));
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i) instanceof Step.ForEach loop) {
        int outer = i;
        for (Step inner : Steps.all(loop.steps())) {
          places.computeIfPresent(inner.id(), (_, place) -> new Place(outer, place.own()));
        }
      }
    }
    return new StepOrder(places);
  }

  @Override
  public int compare(StepView one, StepView other) {
    return order.compare(one, other);
  }

  private Place place(StepView step) {
    return places.getOrDefault(step.step(), new Place(Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  /// The row of a lane such as `reviewed[2]` in a form that sorts; rows of loops come after the
  /// loop.
  private static String row(StepView step) {
    StringBuilder row = new StringBuilder();
    for (String part : step.lane().split("[^0-9]+", -1)) {
      if (!part.isEmpty()) {
        row.append("0".repeat(Math.max(0, 6 - part.length()))).append(part).append('.');
      }
    }
    return row.toString();
  }
}
