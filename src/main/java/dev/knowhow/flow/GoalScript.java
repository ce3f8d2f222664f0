package dev.knowhow.flow;

import dev.knowhow.tool.Definition;
import dev.knowhow.tool.GoalBudget;
import dev.knowhow.tool.MayUse;
import dev.knowhow.tool.Type;
import dev.knowhow.tool.WhenSpent;
import dev.knowhow.tool.WorkTowards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes where a model works towards a goal. Not thread-safe.
final class GoalScript {
  private final Definition definition;
  private final ScriptText script;
  private final WrittenReader reader;
  private final ReviewScript reviews;

  GoalScript(Definition definition, ScriptText script, WrittenReader reader, ReviewScript reviews) {
    this.definition = definition;
    this.script = script;
    this.reader = reader;
    this.reviews = reviews;
  }

  /// Writes the call; gives the names known after it.
  Scope workTowards(WorkTowards goal, Scope scope, Place place) {
    String variable = Js.variable(goal.id());
    Sort sort = Sort.of(goal.answerType());
    Scope.Known known = Scope.Known.certain(variable, sort);
    script.open(
        reviews.gives(goal.id(), place)
            + "await "
            + place.run()
            + ".workTowards("
            + Js.text(goal.id())
            + ", {");
    script.line("tier: " + Js.text(goal.turn().tier().words()) + ",");
    script.spread("names: { ", PromptNames.of(definition.namesUsedBy(goal.turn()), scope), " },");
    goal.returns()
        .ifPresent(fields -> {
          script.spread("returns: { ", TypeJs.properties(fields.fields()), " },");
          script.line("stated: " + Js.texts(ToolScript.stated(fields)) + ",");
        });
    checks(goal, scope.with(goal.id(), known), variable);
    script.open("mayUse: {");
    goal.mayUse().forEach(use -> mayUse(use, goal.id(), scope));
    script.close("},");
    script.line("budget: " + budget(goal.budget()) + ",");
    script.line("whenSpent: " + Js.text(goal.whenSpent().words()) + ",");
    script.close("});");
    if (goal.whenSpent() != WhenSpent.CANT_SAY) {
      return scope.with(goal.id(), known);
    }
    if (place.run().equals(Place.TOP.run())) {
      script.open("if (!IS_STATED(" + variable + ")) {");
      script.line("return " + place.run() + ".cantSay(WHY(" + variable + "), {});");
      script.close("}");
      return scope.with(goal.id(), known);
    }
    return scope.with(goal.id(), Scope.Known.perhaps(variable, sort));
  }

  private void checks(WorkTowards goal, Scope scope, String variable) {
    List<String> checks = reader.checks(goal.checks(), goal.id(), scope);
    if (goal.returns().isEmpty() && !definition.house().neverSay().isEmpty()) {
      checks.add(
          Js.text(StepScript.NEVER_SAY)
              + ": NEVER_SAY("
              + Js.object(List.of(Js.property(goal.id(), variable)))
              + ", NEVER)");
    }
    if (!checks.isEmpty()) {
      script.open("check: (" + variable + ") => ({");
      checks.forEach(check -> script.line(check + ","));
      script.close("}),");
    }
  }

  private void mayUse(MayUse use, String where, Scope scope) {
    String start = Js.property(use.name(), "") + "{ ";
    switch (use) {
      case MayUse.Knowledge(String name, _, int atMost) ->
          script.line(start + "lookUp: " + Js.texts(List.of(name)) + ", atMost: " + atMost + " },");
      case MayUse.Calculation calculation -> {
        Scope inside = scope;
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Type> given : calculation.given().fields().entrySet()) {
          String variable = Js.variable(given.getKey());
          names.add(Js.property(given.getKey(), variable));
          inside =
              inside.with(given.getKey(), Scope.Known.certain(variable, Sort.of(given.getValue())));
        }
        Piece piece =
            reader.formula(calculation.formula(), where + "/" + calculation.name(), inside);
        script.spread(
            start,
            List.of(
                "given: " + Js.object(TypeJs.properties(calculation.given().fields())),
                "stated: " + Js.texts(ToolScript.stated(calculation.given())),
                "formula: " + Js.text(calculation.formula().text()),
                "calculate: (" + Js.object(names) + ") => " + piece.js()),
            " },");
      }
      case MayUse.OtherTool tool ->
          script.spread(
              start,
              List.of(
                  "tool: " + Js.text(tool.tool()),
                  "given: " + Js.object(TypeJs.properties(tool.given().fields())),
                  "stated: " + Js.texts(ToolScript.stated(tool.given())),
                  "returns: " + Js.object(TypeJs.properties(tool.returns().fields()))),
              " },");
    }
  }

  private static String budget(GoalBudget budget) {
    List<String> parts = new ArrayList<>(List.of("calls: " + budget.calls()));
    budget.tokens().ifPresent(tokens -> parts.add("tokens: " + tokens));
    budget.dollars().ifPresent(dollars -> parts.add("cost: " + Js.text(dollars.toPlainString())));
    budget.time().ifPresent(time -> parts.add("time: " + Js.text(words(time))));
    return Js.object(parts);
  }

  private static String words(Duration time) {
    return time.toMinutes() == 1 ? "1 minute" : time.toMinutes() + " minutes";
  }
}
