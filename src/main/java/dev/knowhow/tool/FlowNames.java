package dev.knowhow.tool;

import dev.knowhow.prompt.PromptSource;
import dev.knowhow.tool.Scope.Found;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Walks a tool's steps in order and says which names are used before they are given, or hold
/// nothing of that name.
///
/// Formulas and sentences are left to the flow, which can read them. Not thread-safe.
final class FlowNames {
  private static final String FILE = "tool.yaml";

  private final Tool tool;
  private final Map<String, PromptSource> prompts;
  private final Faults faults;

  private FlowNames(Tool tool, Map<String, PromptSource> prompts, Faults faults) {
    this.tool = tool;
    this.prompts = prompts;
    this.faults = faults;
  }

  /// Checks the steps and the results.
  static void check(Tool tool, Map<String, PromptSource> prompts, Faults faults) {
    FlowNames names = new FlowNames(tool, prompts, faults);
    Scope scope = new Scope();
    tool.inputs().forEach(input -> scope.put(input.name(), Shape.of(input.type())));
    tool.knowledge().forEach(source -> scope.put(source.name(), Shape.SINGLE));
    names.steps(tool.steps(), scope);
    tool.results().forEach(result -> names.result(result, scope, result.from().line()));
  }

  private void steps(List<Step> steps, Scope scope) {
    steps.forEach(step -> step(step, scope));
  }

  private void step(Step step, Scope scope) {
    switch (step) {
      case Step.Ask ask -> ask(ask, scope);
      case Step.LookUp lookUp -> lookUp(lookUp, scope);
      case Step.Calculate calculate ->
          calculate.values().forEach(value -> scope.put(value.name(), Shape.COMPUTED));
      case Step.ForEach loop -> forEach(loop, scope);
      case Step.Choose choose -> choose(choose, scope);
      case Step.Match match -> match(match, scope);
      case Step.Check _ -> {}
    }
  }

  private void ask(Step.Ask ask, Scope scope) {
    PromptSource prompt = prompts.get(ask.prompt());
    if (prompt != null) {
      faults.addAll(prompt.faults(scope.knownNames()));
    }
    scope.put(ask.id(), answer(ask));
  }

  private static Shape answer(Step.Ask ask) {
    return ask.returns().map(Shape::of).orElse(Shape.SINGLE);
  }

  private void lookUp(Step.LookUp lookUp, Scope scope) {
    List<String> known = tool.knowledge().stream().map(KnowledgeSource::name).toList();
    for (String name : lookUp.in()) {
      if (!known.contains(name)) {
        fault(
            lookUp.line(),
            lookUp.id(),
            "there is no knowledge \""
                + name
                + "\""
                + (known.isEmpty() ? "" : "; there is " + String.join(", ", known)),
            Nearest.hint(name, known));
      }
    }
    if (find(lookUp.query(), lookUp.id(), scope) instanceof Found.At(Shape shape)
        && (shape instanceof Shape.Table || shape instanceof Shape.Group)) {
      fault(
          lookUp.query().line(),
          lookUp.id(),
          "\"" + lookUp.query() + "\" is not a text to look up",
          "Name one of its fields");
    }
    scope.put(lookUp.gives(), Shape.PASSAGES);
  }

  private void forEach(Step.ForEach loop, Scope scope) {
    Map<String, Shape> row = table(loop.list(), loop.id(), scope);
    Scope inside = scope.copy();
    inside.put(loop.row(), new Shape.Group(row));
    steps(loop.steps(), inside);
    Map<String, Shape> gives = new LinkedHashMap<>(row);
    for (Step step : Steps.all(loop.steps())) {
      switch (step) {
        case Step.Ask ask -> {
          if (answer(ask) instanceof Shape.Group(Map<String, Shape> fields)) {
            fields.forEach((name, shape) -> give(gives, name, shape, ask));
          } else {
            give(gives, ask.id(), Shape.SINGLE, ask);
          }
        }
        case Step.Calculate calculate ->
            calculate.values().forEach(value -> give(gives, value.name(), Shape.COMPUTED, step));
        case Step.ForEach _, Step.Match _ ->
            fault(
                step.line(),
                step.id(),
                "found a list of its own inside \"for each\"",
                "Put it before or after");
        case Step.Choose choose -> refuseFinish(choose);
        case Step.LookUp _, Step.Check _ -> {}
      }
    }
    scope.put(loop.gives(), new Shape.Table(gives));
  }

  private void give(Map<String, Shape> gives, String name, Shape shape, Step step) {
    if (gives.put(name, shape) != null) {
      fault(
          step.line(),
          step.id(),
          "two things inside this \"for each\" would both be the field \""
              + name
              + "\" of its rows",
          "Call one of them otherwise");
    }
  }

  private void refuseFinish(Step.Choose choose) {
    for (Step.Branch branch : choose.branches()) {
      if (branch.then() instanceof Step.Then.Finish) {
        fault(
            branch.line(),
            choose.id(),
            "found \"finish\" inside \"for each\"",
            "Put it after the loop");
      }
    }
  }

  private void choose(Step.Choose choose, Scope scope) {
    Scope after = scope.copy();
    for (Step.Branch branch : choose.branches()) {
      Scope inside = scope.copy();
      switch (branch.then()) {
        case Step.Then.Steps(List<Step> steps) -> {
          steps(steps, inside);
          after.putAll(inside);
        }
        case Step.Then.Finish finish -> finish(finish, branch, choose, scope);
      }
    }
    scope.putAll(after);
  }

  private void finish(
      Step.Then.Finish finish, Step.Branch branch, Step.Choose choose, Scope scope) {
    List<String> known = tool.results().stream().map(ResultField::name).toList();
    for (String name : finish.show()) {
      if (!known.contains(name)) {
        fault(
            branch.line(),
            choose.id(),
            "there is no result \"" + name + "\" to show; there is " + String.join(", ", known),
            Nearest.hint(name, known));
      }
    }
    for (ResultField result : tool.results()) {
      boolean shown =
          finish.show().contains(result.name())
              || (finish.outcome() == Outcome.RESULT && finish.show().isEmpty());
      if (shown) {
        result(result, scope, branch.line());
      }
    }
  }

  private void match(Step.Match match, Scope scope) {
    Map<String, Shape> left = table(match.left(), match.id(), scope);
    Map<String, Shape> right = table(match.right(), match.id(), scope);
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
      gives.put(field, left.getOrDefault(field, Shape.SINGLE));
    }
    side(gives, left, match.leftName(), match.on());
    side(gives, right, match.rightName(), match.on());
    for (Step.Column column : match.columns()) {
      give(gives, column.name(), Shape.COMPUTED, match);
    }
    scope.put(match.gives(), new Shape.Table(gives));
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

  /// The fields of the rows at a path; none where there are no rows, which is a fault then.
  private Map<String, Shape> table(Written path, String where, Scope scope) {
    if (!(find(path, where, scope) instanceof Found.At(Shape shape))) {
      return Map.of();
    }
    if (shape instanceof Shape.Table(Map<String, Shape> fields)) {
      return fields;
    }
    fault(path.line(), where, "\"" + path + "\" is not a list of rows", "");
    return Map.of();
  }

  private void result(ResultField result, Scope scope, int line) {
    String where = "results/" + result.name();
    if (!(scope.find(result.from().text()) instanceof Found.At(Shape shape))) {
      if (scope.find(result.from().text()) instanceof Found.Wrong(String what, String hint)) {
        fault(line, where, what, hint);
      }
      return;
    }
    boolean list = shape instanceof Shape.Several;
    boolean rows = shape instanceof Shape.Table;
    boolean fits =
        switch (result.kind()) {
          case LIST -> list || shape instanceof Shape.Computed;
          case ROWS -> rows;
          case LETTER, TEXT, PARAGRAPH, NUMBER, MONEY, DATE, LENGTH, YES_NO ->
              shape instanceof Shape.Single || shape instanceof Shape.Computed;
        };
    if (!fits) {
      String found = rows ? "rows" : list ? "a list" : "a single value or fields";
      fault(
          line,
          where,
          "\""
              + result.from()
              + "\" is "
              + found
              + ", wanted what a result of type "
              + result.kind().words()
              + " can show",
          "");
    }
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
