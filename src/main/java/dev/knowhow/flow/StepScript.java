package dev.knowhow.flow;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Otherwise;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.WorkTowards;
import dev.knowhow.tool.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Writes the steps of a tool as JavaScript, one after the other. Not thread-safe.
final class StepScript {
  static final String NEVER_SAY = "never say";

  private final Definition definition;
  private final ScriptText script;
  private final WrittenReader reader;
  private final Endings endings;
  private final MatchScript matches;
  private final ReviewScript reviews;
  private final ToolScript tools;
  private final GoalScript goals;

  StepScript(Definition definition, ScriptText script, WrittenReader reader, Faults faults) {
    this.definition = definition;
    this.script = script;
    this.reader = reader;
    endings = new Endings(definition, script, reader, faults);
    matches = new MatchScript(script, reader, faults);
    reviews = new ReviewScript(definition, script, reader);
    tools = new ToolScript(script, reader);
    goals = new GoalScript(definition, script, reader, reviews);
  }

  /// Writes some steps.
  ///
  /// @return the names that are known after them
  Scope steps(List<Step> steps, Scope scope, Place place) {
    Scope known = scope;
    for (Step step : steps) {
      script.line("").line(Js.comment(Outline.words(step)));
      known =
          switch (step) {
            case Step.Ask ask -> ask(ask, known, place);
            case Step.LookUp lookUp -> lookUp(lookUp, known, place);
            case Step.Calculate calculate -> calculate(calculate, known, place);
            case Step.ForEach loop -> forEach(loop, known, place);
            case Step.Choose choose -> choose(choose, known, place);
            case Step.Match match -> matches.match(match, known, place);
            case Step.Check check -> check(check, known, place);
            case Step.Review review -> review(review, known, place);
            case Step.UseTool use -> tools.use(use, known, place);
            case WorkTowards goal -> goals.workTowards(goal, known, place);
          };
    }
    return known;
  }

  /// Writes the end of the flow with all its results.
  void end(Scope scope) {
    script.line("");
    endings.result(definition.tool().results(), scope, Place.TOP);
  }

  private Scope ask(Step.Ask ask, Scope scope, Place place) {
    String variable = Js.variable(ask.id());
    Sort sort = ask.returns().map(Sort::of).orElse(Sort.TEXT);
    Scope.Known known = Scope.Known.certain(variable, sort);
    List<String> checks = reader.checks(ask.checks(), ask.id(), scope.with(ask.id(), known));
    if (ask.returns().isEmpty() && !definition.house().neverSay().isEmpty()) {
      checks.add(Js.text(NEVER_SAY) + ": NEVER_SAY(" + named(ask.id(), variable) + ", NEVER)");
    }
    script.open(
        reviews.gives(ask.id(), place)
            + "await "
            + place.run()
            + ".ask("
            + Js.text(ask.id())
            + ", {");
    script.line("tier: " + Js.text(ask.tier().words()) + ",");
    script.spread("names: { ", PromptNames.of(definition.namesUsedBy(ask), scope), " },");
    if (ask.returns().isPresent()) {
      Type.Fields fields = ask.returns().get();
      script.spread("returns: { ", TypeJs.properties(fields.fields()), " },");
    }
    if (!checks.isEmpty()) {
      script.open("check: (" + variable + ") => ({");
      checks.forEach(check -> script.line(check + ","));
      script.close("}),");
    }
    List<String> ways = ask.otherwise().stream().map(Otherwise::words).toList();
    script.line("otherwise: " + Js.texts(ways) + ",");
    if (!ask.by().isEmpty()) {
      script.line(ReviewScript.by(ask.by()) + ",");
    }
    script.close("});");
    return scope.with(ask.id(), known);
  }

  private Scope lookUp(Step.LookUp lookUp, Scope scope, Place place) {
    Piece query = reader.path(lookUp.query(), lookUp.id(), scope);
    script.spread(
        place.gives(Js.variable(lookUp.gives()))
            + "await "
            + place.run()
            + ".lookUp("
            + Js.text(lookUp.id())
            + ", { ",
        List.of("in: " + Js.texts(lookUp.in()), "for: " + query.js(), "atMost: " + lookUp.atMost()),
        " });");
    return scope.with(
        lookUp.gives(), Scope.Known.certain(Js.variable(lookUp.gives()), Sort.PASSAGES));
  }

  private Scope calculate(Step.Calculate calculate, Scope scope, Place place) {
    Scope known = scope;
    for (Step.Named value : calculate.values()) {
      Piece piece = reader.formula(value.formula(), value.name(), known);
      String variable = Js.variable(value.name());
      script.spread(
          place.gives(variable) + place.run() + ".calculate(",
          List.of(
              Js.text(calculate.id()),
              Js.text(value.name()),
              Js.text(value.formula().text()),
              piece.js()),
          ");");
      known = known.with(value.name(), Scope.Known.certain(variable, piece.sort()));
    }
    return known;
  }

  private Scope check(Step.Check check, Scope scope, Place place) {
    List<String> checks = reader.checks(check.sentences(), check.id(), scope);
    boolean person = check.otherwise() == Otherwise.A_PERSON;
    String call = person ? "await " + place.run() + ".checkOrAskAPerson(" : place.run() + ".check(";
    script.open(call + Js.text(check.id()) + ", {");
    checks.forEach(each -> script.line(each + ","));
    script.close(check.by().isEmpty() ? "});" : "}, { " + ReviewScript.by(check.by()) + " });");
    return scope;
  }

  private Scope forEach(Step.ForEach loop, Scope scope, Place place) {
    Piece list = reader.path(loop.list(), loop.id(), scope);
    Sort row = list.element();
    String variable = Js.variable(loop.row());
    script.open(
        place.gives(Js.variable(loop.gives()))
            + "await "
            + place.run()
            + ".forEach("
            + Js.text(loop.id())
            + ", "
            + list.js()
            + ", { name: "
            + Js.text(loop.row())
            + ", atOnce: "
            + loop.atMostAtOnce()
            + " }, async ("
            + variable
            + ", row) => {");
    Scope inside =
        steps(loop.steps(), scope.with(loop.row(), Scope.Known.certain(variable, row)), Place.ROW);
    Map<String, Sort> gives = new LinkedHashMap<>();
    if (row instanceof Sort.Fields(Map<String, Sort> fields)) {
      gives.putAll(fields);
    } else {
      gives.put(loop.row(), row);
    }
    script.line("");
    script.spread("return { ", Given.fields(loop.steps(), inside, gives), " };");
    script.close("});");
    return scope.with(
        loop.gives(),
        Scope.Known.certain(Js.variable(loop.gives()), new Sort.Items(new Sort.Fields(gives))));
  }

  private Scope review(Step.Review review, Scope scope, Place place) {
    Scope known = reviews.review(review, scope, place);
    if (review.late().isEmpty()) {
      return known;
    }
    Map<String, Scope.Known> after = new TreeMap<>();
    declare(Given.names(review.late().get()), place);
    script.open("if (" + review.id() + ".late) {");
    then(review.late().get(), known, place, after);
    script.close("}");
    return known.withAll(after);
  }

  private void declare(List<String> given, Place place) {
    if (!place.inBranch()) {
      for (String name : given) {
        script.line("let " + Js.variable(name) + " = NOT_REACHED(" + Js.text(name) + ");");
      }
    }
  }

  /// Writes a branch; puts what it gives, as far as it is not known already, into `after`.
  private void then(Step.Then then, Scope scope, Place place, Map<String, Scope.Known> after) {
    switch (then) {
      case Step.Then.Steps(List<Step> steps) -> {
        Scope inside = steps(steps, scope, place.branch());
        for (String name : Given.names(then)) {
          inside
              .find(name)
              .ifPresent(known -> after.put(name, Scope.Known.perhaps(known.js(), known.sort())));
        }
      }
      case Step.Then.Finish finish -> endings.finish(finish, scope, place);
    }
  }

  private Scope choose(Step.Choose choose, Scope scope, Place place) {
    declare(Given.names(choose), place);
    Map<String, Scope.Known> after = new TreeMap<>();
    boolean first = true;
    for (Step.Branch branch : choose.branches()) {
      String line = way(choose, branch.when(), scope, place) + " {";
      if (first) {
        script.open(line);
      } else {
        script.between("} else " + line);
      }
      first = false;
      then(branch.then(), scope, place, after);
    }
    script.close("}");
    return scope.withAll(after);
  }

  private String way(Step.Choose choose, Step.Condition when, Scope scope, Place place) {
    Optional<Written> formula =
        when instanceof Step.Condition.When(Written written)
            ? Optional.of(written)
            : Optional.empty();
    String words = formula.map(Written::text).orElse("otherwise");
    String holds =
        formula.map(written -> reader.condition(written, choose.id(), scope).js()).orElse("true");
    return "if ("
        + place.run()
        + ".choose("
        + Js.text(choose.id())
        + ", "
        + Js.text(words)
        + ", "
        + holds
        + "))";
  }

  private static String named(String name, String js) {
    return Js.object(List.of(Js.property(name, js)));
  }
}
