package dev.knowhow.tool;

import java.util.ArrayList;
import java.util.List;

/// Walks steps at every depth.
public final class Steps {
  private Steps() {}

  /// The steps with all steps inside them, each before what it holds, in the order of the file.
  public static List<Step> all(List<Step> steps) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      all.add(step);
      for (List<Step> inner : inside(step)) {
        all.addAll(all(inner));
      }
    }
    return all;
  }

  /// The lists of steps directly inside a step: one for a loop, one per branch of a choice or of a
  /// late review.
  public static List<List<Step>> inside(Step step) {
    return switch (step) {
      case Step.ForEach loop -> List.of(loop.steps());
      case Step.Choose choose ->
          choose.branches().stream()
              .map(Step.Branch::then)
              .filter(Step.Then.Steps.class::isInstance)
              .map(then -> ((Step.Then.Steps) then).steps())
              .toList();
      case Step.Review review ->
          review.late().stream()
              .filter(Step.Then.Steps.class::isInstance)
              .map(then -> ((Step.Then.Steps) then).steps())
              .toList();
      case Step.Ask _,
          Step.LookUp _,
          Step.Calculate _,
          Step.Match _,
          Step.Check _,
          Step.UseTool _,
          WorkTowards _ ->
          List.of();
    };
  }

  /// The names that are known after a step itself, without what is inside it.
  public static List<String> gives(Step step) {
    return switch (step) {
      case Step.Ask ask -> List.of(ask.id());
      case Step.UseTool use -> List.of(use.id());
      case WorkTowards goal -> List.of(goal.id());
      case Step.LookUp lookUp -> List.of(lookUp.gives());
      case Step.Calculate calculate -> calculate.values().stream().map(Step.Named::name).toList();
      case Step.ForEach loop -> List.of(loop.gives());
      case Step.Match match -> List.of(match.gives());
      case Step.Review review -> List.copyOf(review.fills().fields().keySet());
      case Step.Choose _, Step.Check _ -> List.of();
    };
  }

  /// What must hold of or at a step itself.
  public static List<Written> checksOf(Step step) {
    return switch (step) {
      case Step.Ask ask -> ask.checks();
      case WorkTowards goal -> goal.checks();
      case Step.Check check -> check.sentences();
      case Step.LookUp _,
          Step.Calculate _,
          Step.ForEach _,
          Step.Choose _,
          Step.Match _,
          Step.Review _,
          Step.UseTool _ ->
          List.of();
    };
  }
}
