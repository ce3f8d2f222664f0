package dev.knowhow.flow;

import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.WorkTowards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What steps give: names for the steps after them, and fields for the rows of a loop.
final class Given {
  private Given() {}

  /// The names that the branches of a choice give, at whatever depth of choices.
  static List<String> names(Step.Choose choose) {
    List<String> names = new ArrayList<>();
    choose.branches().forEach(branch -> names.addAll(names(branch.then())));
    return names.stream().distinct().toList();
  }

  /// The names that a branch gives, at whatever depth of choices.
  static List<String> names(Step.Then then) {
    return switch (then) {
      case Step.Then.Steps(List<Step> steps) ->
          steps.stream().flatMap(step -> names(step).stream()).distinct().toList();
      case Step.Then.Finish _ -> List.of();
    };
  }

  private static List<String> names(Step.Review review) {
    List<String> names = new ArrayList<>(review.fills().fields().keySet());
    review.late().ifPresent(late -> names.addAll(names(late)));
    return names;
  }

  private static List<String> names(Step step) {
    return switch (step) {
      case Step.Ask ask -> List.of(ask.id());
      case Step.UseTool use -> List.of(use.id());
      case WorkTowards goal -> List.of(goal.id());
      case Step.LookUp lookUp -> List.of(lookUp.gives());
      case Step.Calculate calculate -> calculate.values().stream().map(Step.Named::name).toList();
      case Step.ForEach loop -> List.of(loop.gives());
      case Step.Choose choose -> names(choose);
      case Step.Match match -> List.of(match.gives());
      case Step.Review review -> names(review);
      case Step.Check _ -> List.of();
    };
  }

  /// The fields that a loop's steps add to each row, as properties of an object.
  ///
  /// @param inside the names known at the end of the loop's steps
  /// @param gives where the sorts of the fields are put
  static List<String> fields(List<Step> steps, Scope inside, Map<String, Sort> gives) {
    List<String> properties = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Ask ask when ask.returns().isPresent() ->
            properties.addAll(ofAnswer(ask.id(), ask.returns().get(), inside, gives));
        case WorkTowards goal when goal.returns().isPresent() ->
            properties.addAll(ofAnswer(goal.id(), goal.returns().get(), inside, gives));
        case WorkTowards goal -> property(goal.id(), inside, gives, properties);
        case Step.UseTool use ->
            properties.addAll(ofAnswer(use.id(), use.returns(), inside, gives));
        case Step.Ask ask -> property(ask.id(), inside, gives, properties);
        case Step.Calculate calculate ->
            calculate.values().forEach(value -> property(value.name(), inside, gives, properties));
        case Step.Review review -> {
          review
              .fills()
              .fields()
              .keySet()
              .forEach(name -> property(name, inside, gives, properties));
          Steps.inside(review).forEach(late -> properties.addAll(fields(late, inside, gives)));
        }
        case Step.Choose choose ->
            Steps.inside(choose).forEach(then -> properties.addAll(fields(then, inside, gives)));
        case Step.LookUp _, Step.ForEach _, Step.Match _, Step.Check _ -> {}
      }
    }
    return properties;
  }

  private static void property(
      String name, Scope inside, Map<String, Sort> gives, List<String> properties) {
    inside
        .find(name)
        .ifPresent(known -> {
          gives.put(name, known.sort());
          properties.add(Js.property(name, known.js()));
        });
  }

  private static List<String> ofAnswer(
      String ask, Type.Fields returns, Scope inside, Map<String, Sort> gives) {
    returns.fields().forEach((name, type) -> gives.put(name, Sort.of(type)));
    if (inside.find(ask).filter(Scope.Known::certain).isPresent()) {
      return List.of("..." + Js.variable(ask));
    }
    return returns.fields().keySet().stream()
        .map(name -> name + ": OF(" + Js.variable(ask) + ", " + Js.text(name) + ")")
        .toList();
  }
}
