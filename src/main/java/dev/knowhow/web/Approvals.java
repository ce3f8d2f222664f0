package dev.knowhow.web;

import dev.knowhow.run.ReviewView;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import dev.knowhow.tool.ResultField;
import dev.knowhow.tool.ResultKind;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which results of a run a person has let through.
final class Approvals {
  private final Words words;
  private final RunView run;
  private final ZoneId zone;

  Approvals(Words words, RunView run, ZoneId zone) {
    this.words = words;
    this.run = run;
    this.zone = zone;
  }

  /// What was approved by whom and when, a sentence each; nothing as long as a text to send has not
  /// been approved, and nothing of a sample, which no person has read.
  List<String> all() {
    if (run.sample().isPresent()) {
      return List.of();
    }
    List<StepView> approved =
        run.steps().stream()
            .filter(step -> step.decided().filter(Decisions::isApproval).isPresent())
            .toList();
    List<String> names = approved.stream().map(this::decidedOn).toList();
    boolean everyLetter =
        run.version().tool().results().stream()
            .filter(result -> result.kind() == ResultKind.LETTER)
            .allMatch(result -> names.contains(root(result)));
    return everyLetter ? approved.stream().map(this::sentence).distinct().toList() : List.of();
  }

  private String sentence(StepView step) {
    ReviewView.Decided decided = step.decided().orElseThrow();
    String sentence =
        Decisions.sentence(words, decided, Dates.near(decided.at(), run.startedAt(), zone));
    Optional<String> label =
        run.version().tool().results().stream()
            .filter(result -> root(result).equals(decidedOn(step)))
            .findFirst()
            .map(ResultField::label);
    return label
        .map(one ->
            one + ": " + sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1))
        .orElse(sentence);
  }

  /// The name that a person has decided on: what a review is of, or the answer itself.
  private String decidedOn(StepView step) {
    return Steps.all(run.version().tool().steps()).stream()
        .filter(Step.Review.class::isInstance)
        .map(Step.Review.class::cast)
        .filter(review -> review.id().equals(step.step()))
        .findFirst()
        .map(Step.Review::of)
        .orElse(step.step());
  }

  private static String root(ResultField result) {
    String path = result.from().text();
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
