package dev.knowhow.tool;

import dev.knowhow.prompt.PromptSource;
import dev.knowhow.tool.Scope.Found;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Walks a tool's steps in order and says which names are used before they are given, or hold
/// nothing of that name.
///
/// Formulas and sentences are left to the flow, which can read them. Not thread-safe.
final class FlowNames {
  private static final String FILE = "tool.yaml";

  private final Tool tool;
  private final Map<String, PromptSource> prompts;
  private final Faults faults;
  private final ResultNames results;
  private int loops;
  private boolean unsure;

  private FlowNames(Tool tool, Map<String, PromptSource> prompts, Faults faults) {
    this.tool = tool;
    this.prompts = prompts;
    this.faults = faults;
    this.results = new ResultNames(tool, faults);
  }

  /// Checks the steps and the results.
  static void check(Tool tool, Map<String, PromptSource> prompts, Faults faults) {
    FlowNames names = new FlowNames(tool, prompts, faults);
    Scope scope = new Scope();
    tool.inputs().forEach(input -> scope.put(input.name(), Shape.of(input.type())));
    tool.knowledge().forEach(source -> scope.put(source.name(), new Shape.Single()));
    names.steps(tool.steps(), scope);
    names.results.check(scope);
  }

  private void steps(List<Step> steps, Scope scope) {
    steps.forEach(step -> step(step, scope));
  }

  private void step(Step step, Scope scope) {
    switch (step) {
      case Step.Ask ask -> ask(ask, scope);
      case Step.LookUp lookUp -> lookUp(lookUp, scope);
      case Step.Calculate calculate ->
          calculate.values().forEach(value -> scope.put(value.name(), new Shape.Computed()));
      case Step.ForEach loop -> forEach(loop, scope);
      case Step.Choose choose -> choose(choose, scope);
      case Step.Match match -> match(match, scope);
      case Step.Review review -> review(review, scope);
      case Step.UseTool use -> scope.put(use.id(), Shape.of(use.returns()));
      case WorkTowards goal -> goal(goal, scope);
      case Step.Check _ -> {}
    }
  }

  private void ask(Step.Ask ask, Scope scope) {
    prompt(ask, scope);
    scope.put(ask.id(), answer(ask.returns()));
  }

  private void prompt(Step.Ask ask, Scope scope) {
    PromptSource prompt = prompts.get(ask.prompt());
    if (prompt != null && !unsure) {
      faults.addAll(prompt.faults(scope.knownNames()));
    }
  }

  private static Shape answer(Optional<Type.Fields> returns) {
    return returns.map(Shape::of).orElse(new Shape.Single());
  }

  private void goal(WorkTowards goal, Scope scope) {
    prompt(goal.turn(), scope);
    for (MayUse use : goal.mayUse()) {
      if (use instanceof MayUse.Knowledge(String name, _, _)) {
        knowledge(name, goal);
      }
    }
    scope.put(goal.id(), answer(goal.returns()));
  }

  private void knowledge(String name, Step step) {
    List<String> known = tool.knowledge().stream().map(KnowledgeSource::name).toList();
    if (!known.contains(name)) {
      fault(
          step.line(),
          step.id(),
          "there is no knowledge \""
              + name
              + "\""
              + (known.isEmpty() ? "" : "; there is " + String.join(", ", known)),
          Nearest.hint(name, known));
    }
  }

  private void lookUp(Step.LookUp lookUp, Scope scope) {
    lookUp.in().forEach(name -> knowledge(name, lookUp));
    if (find(lookUp.query(), lookUp.id(), scope) instanceof Found.At(Shape shape)
        && (shape instanceof Shape.Table || shape instanceof Shape.Group)) {
      fault(
          lookUp.query().line(),
          lookUp.id(),
          "\"" + lookUp.query() + "\" is not a text to look up",
          "Name one of its fields");
    }
    scope.put(lookUp.gives(), Shape.passages());
  }

  private void forEach(Step.ForEach loop, Scope scope) {
    Optional<Map<String, Shape>> row = table(loop.list(), loop.id(), scope);
    Scope inside = scope.copy();
    inside.put(loop.row(), row.<Shape>map(Shape.Group::new).orElse(new Shape.Computed()));
    loops++;
    steps(loop.steps(), inside);
    loops--;
    Map<String, Shape> gives = new LinkedHashMap<>(row.orElse(Map.of()));
    Steps.all(loop.steps()).forEach(step -> giveOf(step, gives));
    scope.put(loop.gives(), row.isPresent() ? new Shape.Table(gives) : new Shape.Computed());
  }

  private void giveOf(Step step, Map<String, Shape> gives) {
    switch (step) {
      case Step.Ask ask -> answered(gives, ask.id(), ask.returns(), ask);
      case Step.UseTool use -> giveAll(gives, use.returns(), use);
      case WorkTowards goal -> answered(gives, goal.id(), goal.returns(), goal);
      case Step.Calculate calculate ->
          calculate
              .values()
              .forEach(value -> give(gives, value.name(), new Shape.Computed(), step));
      case Step.ForEach _, Step.Match _ ->
          fault(
              step.line(),
              step.id(),
              "found a list of its own inside \"for each\"",
              "Put it before or after");
      case Step.Choose choose ->
          choose.branches().forEach(way -> refuseFinish(way.then(), choose.id(), way.line()));
      case Step.Review review -> {
        giveAll(gives, review.fills(), review);
        review.late().ifPresent(late -> refuseFinish(late, review.id(), review.line()));
      }
      case Step.LookUp _, Step.Check _ -> {}
    }
  }

  private void answered(
      Map<String, Shape> gives, String id, Optional<Type.Fields> returns, Step step) {
    if (returns.isPresent()) {
      giveAll(gives, returns.get(), step);
    } else {
      give(gives, id, new Shape.Single(), step);
    }
  }

  private void giveAll(Map<String, Shape> gives, Type.Fields types, Step step) {
    types.fields().forEach((name, type) -> give(gives, name, Shape.of(type), step));
  }

  private void give(Map<String, Shape> gives, String name, Shape shape, Step step) {
    if (gives.put(name, shape) != null) {
      fault(
          step.line(),
          step.id(),
          "two things would both be the field \"" + name + "\" of the rows that come out",
          "Call one of them otherwise");
    }
  }

  private void refuseFinish(Step.Then then, String where, int line) {
    if (then instanceof Step.Then.Finish) {
      fault(line, where, "found \"finish\" inside \"for each\"", "Put it after the loop");
    }
  }

  private void choose(Step.Choose choose, Scope scope) {
    Scope after = scope.copy();
    choose.branches().forEach(way -> then(way.then(), choose.id(), way.line(), scope, after));
    scope.putAll(after);
  }

  private void then(Step.Then then, String where, int line, Scope scope, Scope after) {
    switch (then) {
      case Step.Then.Steps(List<Step> steps) -> {
        Scope inside = scope.copy();
        steps(steps, inside);
        after.putAll(inside);
      }
      case Step.Then.Finish finish -> {
        if (loops == 0) {
          results.finish(finish, line, where, scope);
        }
      }
    }
  }

  private void review(Step.Review review, Scope scope) {
    review.show().forEach(path -> find(path, review.id(), scope));
    review.fills().fields().forEach((name, type) -> scope.put(name, Shape.of(type)));
    Scope after = scope.copy();
    review.late().ifPresent(late -> then(late, review.id(), review.line(), scope, after));
    scope.putAll(after);
  }

  private void match(Step.Match match, Scope scope) {
    Optional<Map<String, Shape>> leftRows = table(match.left(), match.id(), scope);
    Optional<Map<String, Shape>> rightRows = table(match.right(), match.id(), scope);
    Map<String, Shape> left = leftRows.orElse(Map.of());
    Map<String, Shape> right = rightRows.orElse(Map.of());
    if (match.leftName().equals(match.rightName())) {
      fault(
          match.line(),
          match.id(),
          "both lists would be called \"" + match.leftName() + "\"",
          "Compare lists whose last words differ");
    }
    Map<String, Shape> gives = new LinkedHashMap<>();
    for (String field : match.on()) {
      if (!left.isEmpty() && !left.containsKey(field)) {
        missing(match, match.left(), field, left);
      }
      if (!right.isEmpty() && !right.containsKey(field)) {
        missing(match, match.right(), field, right);
      }
      gives.put(field, left.getOrDefault(field, new Shape.Single()));
    }
    side(gives, left, match.leftName(), match.on());
    side(gives, right, match.rightName(), match.on());
    for (Step.Column column : match.columns()) {
      give(gives, column.name(), new Shape.Computed(), match);
    }
    boolean sure = leftRows.isPresent() && rightRows.isPresent();
    scope.put(match.gives(), sure ? new Shape.Table(gives) : new Shape.Computed());
  }

  private static void side(
      Map<String, Shape> gives, Map<String, Shape> fields, String name, List<String> on) {
    fields.forEach((field, shape) -> {
      if (!on.contains(field)) {
        gives.put(name + "_" + field, shape);
      }
    });
  }

  private void missing(Step.Match match, Written list, String field, Map<String, Shape> has) {
    fault(
        match.line(),
        match.id(),
        "\"" + list + "\" has no \"" + field + "\"; it has " + String.join(", ", has.keySet()),
        Nearest.hint(field, has.keySet()));
  }

  /// The fields of the rows at a path; empty where there are no rows, which is a fault then.
  private Optional<Map<String, Shape>> table(Written path, String where, Scope scope) {
    if (find(path, where, scope) instanceof Found.At(Shape shape)) {
      if (shape instanceof Shape.Table(Map<String, Shape> fields)) {
        return Optional.of(fields);
      }
      if (!(shape instanceof Shape.Computed)) {
        fault(path.line(), where, "\"" + path + "\" is not a list of rows", "");
      }
    }
    unsure = true;
    return Optional.empty();
  }

  private Found find(Written path, String where, Scope scope) {
    Found found = scope.find(path.text());
    if (found instanceof Found.Wrong(String what, String hint)) {
      fault(path.line(), where, what, hint);
    }
    return found;
  }

  private void fault(int line, String where, String what, String hint) {
    faults.add(FILE, line, where, what, hint);
  }
}
