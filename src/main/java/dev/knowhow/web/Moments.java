package dev.knowhow.web;

import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.Steps;
import dev.knowhow.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The timeline of one run.
final class Moments {
  /// What the flow calls its checks of the results.
  private static final String RESULTS = "results";

  private static final Pattern ROW = Pattern.compile("\\[([0-9]+)\\]");

  private final Words words;
  private final RunView run;
  private final Set<String> choices;
  private final Set<String> loops;

  Moments(House house, RunView run) {
    this.words = house.words();
    this.run = run;
    this.choices = ids(Step.Choose.class);
    this.loops = ids(Step.ForEach.class);
  }

  private Set<String> ids(Class<? extends Step> kind) {
    return Steps.all(run.version().tool().steps()).stream()
        .filter(kind::isInstance)
        .map(Step::id)
        .collect(Collectors.toSet());
  }

  /// All steps in order; a failure stands at the step where it happened.
  List<Moment> all() {
    List<Moment> moments = new ArrayList<>();
    StepOrder order = StepOrder.of(run.version().tool());
    IntStream.range(0, run.steps().size())
        .boxed()
        .sorted(Comparator.comparing(index -> run.steps().get(index), order))
        .forEach(index -> moments.add(moment(index)));
    boolean placed = moments.stream().anyMatch(moment -> moment.trouble().isPresent());
    if (!placed && run.problem().isPresent()) {
      moments.add(ending(run.problem().get()));
    }
    return moments;
  }

  private Moment moment(int index) {
    StepView step = run.steps().get(index);
    String state = state(step);
    boolean open =
        !step.asked().isEmpty() || !step.passages().isEmpty() || !step.checks().isEmpty();
    Optional<String> link =
        open ? Optional.of("/runs/" + run.id() + "/steps/" + (index + 1)) : Optional.empty();
    return new Moment(
        state,
        words.of("moment." + state),
        sentence(step),
        details(step),
        link,
        !step.lane().isEmpty(),
        trouble(step, state));
  }

  private String sentence(StepView step) {
    if (step.step().equals(RESULTS)) {
      return words.of("moment.results");
    }
    int colon = loops.contains(step.step()) ? step.words().indexOf(": ") : -1;
    String sentence = step.words().substring(colon < 0 ? 0 : colon + 2);
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  private String state(StepView step) {
    return switch (step.status()) {
      case DONE -> "done";
      case FAILED -> run.state() == RunState.PARKED ? "held" : "failed";
      case UNDER_WAY ->
          switch (run.state()) {
            case RUNNING -> "running";
            case PARKED -> "held";
            case FAILED -> "failed";
            case WAITING, RESULT, CANT_SAY, STOPPED -> "waiting";
          };
    };
  }

  private List<String> details(StepView step) {
    List<String> details = new ArrayList<>();
    Matcher rows = ROW.matcher(step.lane());
    while (rows.find()) {
      details.add(words.of("moment.row", rows.group(1)));
    }
    if (!choices.contains(step.step())) {
      step.details().forEach(detail -> details.add(readable(detail)));
    }
    if (!step.asked().isEmpty()) {
      StepView.AskView last = step.asked().getLast();
      if (!last.answeredBy().isEmpty()) {
        details.add(last.answeredBy());
      }
      if (step.asked().size() > 1) {
        details.add(words.count("moment.attempts", step.asked().size()));
      }
      last.cost().ifPresent(cost -> details.add(cost.shown()));
      last.took().ifPresent(took -> details.add(Numbers.took(took)));
    }
    long held = step.checks().stream().filter(StepView.CheckView::held).count();
    if (held > 0) {
      details.add(words.count("moment.checks", held));
    }
    if (!step.passages().isEmpty()) {
      details.add(words.count("moment.passages", step.passages().size()));
    }
    return details;
  }

  /// A calculated value with its name, its day written out.
  private String readable(String detail) {
    int colon = detail.indexOf(": ");
    return colon < 0
        ? detail
        : detail.substring(0, colon + 2)
            + Shown.plain(Value.text(detail.substring(colon + 2)), words);
  }

  private Optional<Moment.Trouble> trouble(StepView step, String state) {
    if (!state.equals("failed") && !state.equals("held")) {
      return Optional.empty();
    }
    Optional<Problem> here =
        run.problem().filter(p -> p.where().isEmpty() || p.where().startsWith(step.step()));
    return here.map(
        problem -> new Moment.Trouble(end(problem.what()), problem.hint(), Optional.empty()));
  }

  private Moment ending(Problem problem) {
    String state = run.state() == RunState.PARKED ? "held" : "failed";
    return new Moment(
        state,
        words.of("moment." + state),
        words.of("moment." + state + ".words"),
        List.of(),
        Optional.empty(),
        false,
        Optional.of(new Moment.Trouble(end(problem.what()), problem.hint(), Optional.empty())));
  }

  private static String end(String sentence) {
    return Visit.sentence(sentence, "");
  }
}
