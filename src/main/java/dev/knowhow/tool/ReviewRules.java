package dev.knowhow.tool;

import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.tool.yaml.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Says what does not go together where a person decides: roles that the house does not have, a
/// decision that nothing asks for, a review of something that its place can't change. Not
/// thread-safe.
final class ReviewRules {
  private static final String FILE = "tool.yaml";

  private final Tool tool;
  private final Vertical house;
  private final Faults faults;

  private ReviewRules(Tool tool, Vertical house, Faults faults) {
    this.tool = tool;
    this.house = house;
    this.faults = faults;
  }

  /// Checks a tool.
  static void check(Tool tool, Vertical house, Faults faults) {
    ReviewRules rules = new ReviewRules(tool, house, faults);
    Steps.all(tool.steps()).forEach(rules::step);
    rules.places(tool.steps(), Set.of());
  }

  private void step(Step step) {
    switch (step) {
      case Step.Ask ask -> {
        role(ask.by(), ask);
        int person = ask.otherwise().indexOf(Otherwise.A_PERSON);
        if (person >= 0 && person < ask.otherwise().size() - 2) {
          fault(
              ask,
              "something other than stop follows \"a person\", who always decides",
              "Write \"a person, stop\" at the end");
        }
        asksSomebody(ask.by(), person >= 0, ask);
      }
      case Step.Check check -> {
        role(check.by(), check);
        asksSomebody(check.by(), check.otherwise() == Otherwise.A_PERSON, check);
      }
      case Step.Review review -> {
        role(review.by(), review);
        if (review.late().isPresent() && review.within().isEmpty()) {
          fault(review, "\"when late\" without \"within\"", "Add \"within: 3 days\"");
        }
      }
      case Step.LookUp _,
          Step.Calculate _,
          Step.ForEach _,
          Step.Choose _,
          Step.Match _,
          Step.UseTool _,
          WorkTowards _ -> {}
    }
  }

  private void role(String role, Step step) {
    if (!role.isEmpty() && !house.roles().contains(role)) {
      fault(
          step,
          "the house has no role "
              + Faults.quote(role)
              + (house.roles().isEmpty() ? "" : "; it has " + String.join(", ", house.roles())),
          Nearest.hint(role, house.roles()));
    }
  }

  private void asksSomebody(String by, boolean asked, Step step) {
    if (!by.isEmpty() && !asked) {
      fault(
          step,
          "\"by\" says who decides, and nothing is ever decided: \"otherwise\" has no \"a person\"",
          "Remove \"by\", or add \"a person\" to \"otherwise\"");
    }
  }

  /// Looks at each review with the names that the lists of steps around it, up to a loop, give.
  private void places(List<Step> steps, Set<String> around) {
    Set<String> given = new HashSet<>(around);
    for (Step step : steps) {
      if (step instanceof Step.Review review) {
        place(review, given);
      }
      for (List<Step> inner : Steps.inside(step)) {
        places(inner, step instanceof Step.ForEach ? Set.of() : given);
      }
      Steps.all(List.of(step)).forEach(each -> given.addAll(Steps.gives(each)));
    }
  }

  private void place(Step.Review review, Set<String> given) {
    if (given.contains(review.of())) {
      return;
    }
    boolean isGiven =
        Steps.all(tool.steps()).stream().anyMatch(step -> Steps.gives(step).contains(review.of()));
    if (tool.input(review.of()).isPresent()) {
      fault(
          review, "\"" + review.of() + "\" was filled in by the runner", "Review what a step gave");
    } else if (isGiven) {
      fault(
          review,
          "\"" + review.of() + "\" is not given before this review, or not in the same loop",
          "Put the review behind the step that gives it");
    } else {
      List<String> known =
          Steps.all(tool.steps()).stream().flatMap(step -> Steps.gives(step).stream()).toList();
      fault(review, "no step gives \"" + review.of() + "\"", Nearest.hint(review.of(), known));
    }
  }

  private void fault(Step step, String what, String hint) {
    faults.add(FILE, step.line(), step.id(), what, hint);
  }
}
