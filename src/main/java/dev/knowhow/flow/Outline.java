package dev.knowhow.flow;

import dev.knowhow.tool.Outcome;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.WorkTowards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the steps of a tool do, in plain words and in order.
final class Outline {
  private final List<StepOutline> outline = new ArrayList<>();

  private Outline() {}

  /// The outline of some steps and of all that is inside them.
  static List<StepOutline> of(List<Step> steps) {
    Outline outline = new Outline();
    outline.steps(steps, 0);
    return outline.outline;
  }

  /// What a step does, as a sentence without its full stop.
  static String words(Step step) {
    return switch (step) {
      case Step.Ask ask -> "Ask the " + ask.tier().words() + " model to " + uncapital(ask.does());
      case Step.Review review ->
          (review.by().isEmpty() ? "A person" : "The " + review.by())
              + " decides: "
              + uncapital(review.does());
      case Step.LookUp _, Step.Calculate _, Step.Choose _, Step.Match _, Step.Check _ ->
          capital(step.does());
      case WorkTowards goal ->
          "Let the " + goal.turn().tier().words() + " model work: " + uncapital(goal.does());
      case Step.UseTool use ->
          use.does().startsWith("use ")
              ? capital(use.does())
              : "Use the tool " + use.tool() + " to " + uncapital(use.does());
      case Step.ForEach loop ->
          loop.does().toLowerCase(Locale.ROOT).startsWith("for each")
              ? "For each " + loop.row() + " in " + loop.list()
              : "For each " + loop.row() + " in " + loop.list() + ": " + uncapital(loop.does());
    };
  }

  private void steps(List<Step> steps, int depth) {
    steps.forEach(step -> step(step, depth));
  }

  private void step(Step step, int depth) {
    StepOutline.Kind kind =
        switch (step) {
          case Step.Ask _ -> StepOutline.Kind.ASK;
          case Step.LookUp _ -> StepOutline.Kind.LOOK_UP;
          case Step.Calculate _ -> StepOutline.Kind.CALCULATE;
          case Step.ForEach _ -> StepOutline.Kind.FOR_EACH;
          case Step.Choose _ -> StepOutline.Kind.CHOOSE;
          case Step.Match _ -> StepOutline.Kind.MATCH;
          case Step.Check _ -> StepOutline.Kind.CHECK;
          case Step.Review _ -> StepOutline.Kind.REVIEW;
          case Step.UseTool _ -> StepOutline.Kind.USE_TOOL;
          case WorkTowards _ -> StepOutline.Kind.WORK_TOWARDS;
        };
    outline.add(new StepOutline(step.id(), words(step), kind, depth));
    switch (step) {
      case Step.ForEach loop -> steps(loop.steps(), depth + 1);
      case Step.Choose choose -> ways(choose, depth + 1);
      case Step.Review review -> review.late().ifPresent(late -> late(review, late, depth + 1));
      case Step.Ask _,
          Step.LookUp _,
          Step.Calculate _,
          Step.Match _,
          Step.Check _,
          Step.UseTool _,
          WorkTowards _ -> {}
    }
  }

  private void ways(Step.Choose choose, int depth) {
    int number = 0;
    for (Step.Branch branch : choose.branches()) {
      number++;
      String id = choose.id() + "/" + number;
      way(id, when(branch), branch.then(), depth);
    }
  }

  private void late(Step.Review review, Step.Then late, int depth) {
    way(review.id() + "/late", "When nobody decided in time", late, depth);
  }

  private void way(String id, String when, Step.Then then, int depth) {
    outline.add(new StepOutline(id, when, StepOutline.Kind.WAY, depth));
    switch (then) {
      case Step.Then.Steps(List<Step> steps) -> steps(steps, depth + 1);
      case Step.Then.Finish(Outcome outcome, String because, _) ->
          outline.add(
              new StepOutline(
                  id + "/finish",
                  "End with “" + outcome.words() + "”" + (because.isEmpty() ? "" : ": " + because),
                  StepOutline.Kind.FINISH,
                  depth + 1));
    }
  }

  private static String when(Step.Branch branch) {
    return switch (branch.when()) {
      case Step.Condition.When(var formula) -> "When " + formula;
      case Step.Condition.Else() -> "Otherwise";
    };
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String uncapital(String words) {
    boolean isName = words.length() > 1 && Character.isUpperCase(words.charAt(1));
    return words.isEmpty() || isName
        ? words
        : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
  }
}
