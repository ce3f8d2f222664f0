package dev.knowhow.web;

import dev.knowhow.price.Money;
import dev.knowhow.run.ReviewView;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import dev.knowhow.run.WaitsFor;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the timeline says below each step: who answered, what it cost, who decided what.
final class MomentFacts {
  private static final Pattern ROW = Pattern.compile("\\[([0-9]+)\\]");

  private final Words words;
  private final RunView run;
  private final ZoneId zone;
  private final Waits waits;

  MomentFacts(Words words, RunView run, ZoneId zone, Waits waits) {
    this.words = words;
    this.run = run;
    this.zone = zone;
    this.waits = waits;
  }

  /// Where a step stands, as the page names it.
  String state(StepView step) {
    return switch (step.status()) {
      case DONE -> "done";
      case UNDER_WAY -> underWay();
      case FAILED ->
          switch (run.state()) {
            case PARKED -> "held";
            case WAITING -> "waits";
            case STOPPED -> "stopped";
            case RUNNING, RESULT, CANT_SAY, FAILED -> "failed";
          };
    };
  }

  private String underWay() {
    return switch (run.state()) {
      case RUNNING -> "running";
      case WAITING -> "waits";
      case PARKED -> "held";
      case STOPPED -> "stopped";
      case FAILED -> "failed";
      case RESULT, CANT_SAY -> "waiting";
    };
  }

  /// What everything in one lane has cost so far.
  Money costOf(String lane) {
    return run.steps().stream()
        .filter(step -> step.lane().equals(lane) || step.lane().startsWith(lane + "."))
        .map(MomentFacts::cost)
        .reduce(Money.ZERO, Money::plus);
  }

  /// What came of a step.
  ///
  /// @param loop whether it is a loop, whose rows are told one by one
  Moment.Facts of(int index, boolean loop) {
    StepView step = run.steps().get(index);
    boolean open =
        !step.asked().isEmpty() || !step.passages().isEmpty() || !step.checks().isEmpty();
    String here = "/runs/" + run.id();
    boolean mayRepeat =
        step.firstCall() > 0
            && run.sample().isEmpty()
            && (run.state().ended() || run.state() == RunState.PARKED);
    return new Moment.Facts(
        details(step, loop),
        step.kept(),
        said(step),
        open ? Optional.of(here + "/steps/" + (index + 1)) : Optional.empty(),
        mayRepeat ? Optional.of(here + "/again?from=" + step.firstCall()) : Optional.empty());
  }

  private List<String> details(StepView step, boolean loop) {
    List<String> details = new ArrayList<>();
    boolean choice = !step.ways().isEmpty();
    if (!choice) {
      step.details().forEach(detail -> details.add(readable(detail)));
    }
    asked(step, details);
    Money cost = loop ? costInside(step) : cost(step);
    if (!cost.isZero()) {
      details.add(cost.shown());
    }
    took(step).ifPresent(took -> details.add(Numbers.took(took)));
    long held = step.checks().stream().filter(StepView.CheckView::held).count();
    if (held > 0) {
      details.add(words.count("moment.checks", held));
    }
    if (!step.passages().isEmpty()) {
      details.add(words.count("moment.passages", step.passages().size()));
    }
    return details;
  }

  private void asked(StepView step, List<String> details) {
    if (step.asked().isEmpty()) {
      return;
    }
    StepView.AskView last = step.asked().getLast();
    if (!last.answeredBy().isEmpty()) {
      details.add(last.answeredBy());
    }
    if (step.asked().size() > 1) {
      details.add(words.count("moment.attempts", step.asked().size()));
    }
  }

  private static Optional<Duration> took(StepView step) {
    return step.asked().stream()
        .flatMap(ask -> ask.took().stream())
        .reduce(Duration::plus)
        .filter(_ -> !step.kept());
  }

  /// What a step has cost this run: what was kept cost it nothing.
  private static Money cost(StepView step) {
    return step.kept()
        ? Money.ZERO
        : step.asked().stream().flatMap(ask -> ask.cost().stream()).reduce(Money.ZERO, Money::plus);
  }

  private Money costInside(StepView loop) {
    String prefix = (loop.lane().isEmpty() ? "" : loop.lane() + ".") + loop.step() + "[";
    return run.steps().stream()
        .filter(step -> step.lane().startsWith(prefix))
        .map(MomentFacts::cost)
        .reduce(Money.ZERO, Money::plus);
  }

  /// Who decided what, which run was used, or whom or what it waits for.
  private Optional<Moment.Said> said(StepView step) {
    Optional<Moment.Said> decided = step.decided().map(this::decided);
    Optional<Moment.Said> child = step.childRun().map(this::child);
    return decided.or(() -> waitsFor(step)).or(() -> child);
  }

  private Moment.Said child(String id) {
    return new Moment.Said(
        words.of("moment.child"),
        "",
        Optional.of(new Moment.Link(words.of("moment.child.look"), "/runs/" + id)));
  }

  private Moment.Said decided(ReviewView.Decided decided) {
    return new Moment.Said(
        Decisions.sentence(words, decided, Dates.near(decided.at(), run.startedAt(), zone)),
        decided.comment(),
        Optional.empty());
  }

  private Optional<Moment.Said> waitsFor(StepView step) {
    return run.waitsFor().stream()
        .filter(WaitsFor.AReview.class::isInstance)
        .map(WaitsFor.AReview.class::cast)
        .filter(one -> one.step().equals(step.step()) && one.lane().equals(step.lane()))
        .findFirst()
        .map(waits::said);
  }

  /// What the script wrote in a step, each with the line it was written in.
  List<String> logs(StepView step) {
    return logs(step.step(), step.lane());
  }

  /// What the script wrote in a step, or outside any.
  List<String> logs(String step, String lane) {
    return run.logs().stream()
        .filter(log -> log.step().equals(step) && log.lane().equals(lane))
        .map(log -> log.line() > 0 ? words.of("moment.log", log.line(), log.text()) : log.text())
        .toList();
  }

  /// The rows of a lane that no loop of the outline explains, in words.
  static List<String> rows(Words words, String lane) {
    List<String> rows = new ArrayList<>();
    Matcher matcher = ROW.matcher(lane);
    while (matcher.find()) {
      rows.add(words.of("moment.row", matcher.group(1)));
    }
    return rows;
  }

  /// A calculated value with its name, its day written out.
  private String readable(String detail) {
    int colon = detail.indexOf(": ");
    return colon < 0
        ? detail
        : detail.substring(0, colon + 2)
            + Shown.plain(Value.text(detail.substring(colon + 2)), words);
  }
}
