package dev.knowhow.web;

import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the page that says what trying again from a step keeps and costs.
final class AgainPages {
  private static final int MOST_LINES = 12;

  private final Words words;

  AgainPages(Words words) {
    this.words = words;
  }

  /// The page for the step whose first call has the number `from`.
  ///
  /// @throws Problem of kind `NOT_FOUND` when no step begins with that call
  AgainFromPage page(Frame frame, RunView run, String from) {
    int call = from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0;
    StepView start =
        run.steps().stream()
            .filter(step -> step.firstCall() == call && call > 0)
            .findFirst()
            .orElseThrow(() ->
                Problem.of(
                    Problem.Kind.NOT_FOUND,
                    words.of("step.missing"),
                    words.of("step.missing.hint")));
    List<StepView> kept = run.steps().stream().filter(step -> isBefore(step, call)).toList();
    List<StepView> anew =
        run.steps().stream()
            .filter(step -> step.firstCall() >= call || lastCall(step) >= call)
            .toList();
    return new AgainFromPage(
        frame.in(run.version().house().id()),
        run.id(),
        run.version().tool().name(),
        start.words(),
        Integer.toString(call),
        lines(kept),
        cost(kept).isZero() ? "" : words.of("again.kept.cost", cost(kept).shown()),
        lines(anew),
        price(run, cost(anew)));
  }

  private static boolean isBefore(StepView step, int call) {
    return step.firstCall() > 0 && step.firstCall() < call;
  }

  private static int lastCall(StepView step) {
    return step.asked().stream().mapToInt(StepView.AskView::call).max().orElse(0);
  }

  private static Money cost(List<StepView> steps) {
    return steps.stream()
        .flatMap(step -> step.asked().stream())
        .flatMap(ask -> ask.cost().stream())
        .reduce(Money.ZERO, Money::plus);
  }

  private String price(RunView run, Money before) {
    if (!before.isZero()) {
      return words.of("again.cost", before.shown());
    }
    Optional<CostRange> estimate = run.estimate();
    return estimate
        .map(range -> words.of("again.cost.most", range.shown()))
        .orElseGet(() -> words.of("again.cost.unknown"));
  }

  private List<AgainFromPage.Line> lines(List<StepView> steps) {
    List<AgainFromPage.Line> lines = new ArrayList<>();
    for (StepView step : steps.subList(0, Math.min(MOST_LINES, steps.size()))) {
      List<String> rows = MomentFacts.rows(words, step.lane());
      String where = rows.isEmpty() ? "" : " (" + String.join(", ", rows) + ")";
      lines.add(new AgainFromPage.Line(step.words() + where, note(step)));
    }
    if (steps.size() > MOST_LINES) {
      lines.add(new AgainFromPage.Line(words.count("again.more", steps.size() - MOST_LINES), ""));
    }
    return lines;
  }

  private String note(StepView step) {
    if (step.decided().isPresent()) {
      return words.of("again.decided", step.decided().get().by());
    }
    Money cost = cost(List.of(step));
    return cost.isZero() ? "" : cost.shown();
  }
}
