package dev.knowhow.web;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.run.StepView;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Input;
import dev.knowhow.tool.KnowledgeSource;
import dev.knowhow.tool.SampleAnswers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the page of a run from what the run's room tells.
final class RunPages {
  private final House house;
  private final Words words;
  private final Markdown markdown = new Markdown();

  RunPages(House house) {
    this.house = house;
    this.words = house.words();
  }

  /// The page of a run.
  RunPage page(Visit visit, RunView run) {
    Frame frame =
        visit
            .frame(words.of("run.title", run.version().tool().name()), "tools")
            .in(run.version().house().id())
            .with(house.assets().address("/static/js/run.js"));
    List<RunView.Source> sources = sources(run);
    ResultParts parts = new ResultParts(words, markdown, sources, Columns.of(run.version().tool()));
    ZoneId zone = house.rooms().accounts().workspace().zone();
    Waits waits = new Waits(words, run, visit.actor(), zone);
    MomentFacts facts = new MomentFacts(words, run, zone, waits);
    boolean allRows = visit.query("rows").equals("all");
    return new RunPage(
        run.state() == RunState.RUNNING ? frame.refreshing() : frame,
        run.id(),
        tool(run),
        state(run.state()),
        banner(run),
        run.sample().isPresent(),
        run.results().stream().map(parts::of).toList(),
        writing(run),
        SourceLine.of(sources),
        new Moments(words, run, facts, allRows).all(),
        sentence(run),
        lacksModel(run) ? waitingPrompts(run) : List.of(),
        filledIn(run, words),
        around(visit.actor(), run, waits, facts, zone));
  }

  private RunPage.Around around(
      Actor actor, RunView run, Waits waits, MomentFacts facts, ZoneId zone) {
    boolean again = run.state().ended() && run.sample().isEmpty();
    return new RunPage.Around(
        waits.all(),
        waits.more(),
        new Approvals(words, run, zone).all(),
        origins(run),
        facts.logs("", ""),
        run.state().ended(),
        again && actor.role() != Role.RUNNER);
  }

  private List<RunPage.Origin> origins(RunView run) {
    List<RunPage.Origin> origins = new ArrayList<>();
    run.from()
        .ifPresent(from ->
            origins.add(
                new RunPage.Origin(
                    Visit.sentence(from.words(), ""),
                    new Moment.Link(words.of("run.from"), "/runs/" + from.runId()),
                    Optional.of(
                        new Moment.Link(
                            words.of("run.compare"), "/runs/" + run.id() + "/compare")))));
    run.parent()
        .ifPresent(parent ->
            origins.add(
                new RunPage.Origin(
                    words.of("run.part"),
                    new Moment.Link(words.of("run.part.look"), "/runs/" + parent),
                    Optional.empty())));
    return origins;
  }

  /// What a result rests on: inputs and knowledge, not what an earlier step said.
  static List<RunView.Source> sources(RunView run) {
    Set<String> labels =
        Stream.concat(
                run.version().tool().inputs().stream().map(Input::label),
                run.version().tool().knowledge().stream().map(KnowledgeSource::label))
            .collect(Collectors.toSet());
    return run.sources().stream().filter(source -> labels.contains(source.source())).toList();
  }

  private RunPage.Tool tool(RunView run) {
    return new RunPage.Tool(
        run.version().toolId(),
        run.version().tool().name(),
        run.version().house().name(),
        Dates.moment(run.startedAt(), house.rooms().accounts().workspace().zone()));
  }

  static String state(RunState state) {
    return switch (state) {
      case RUNNING -> "running";
      case WAITING -> "waiting";
      case PARKED -> "parked";
      case RESULT -> "result";
      case CANT_SAY -> "cant-say";
      case FAILED -> "failed";
      case STOPPED -> "stopped";
    };
  }

  private Optional<RunPage.Banner> banner(RunView run) {
    return switch (run.state()) {
      case RUNNING, WAITING, RESULT -> Optional.empty();
      case PARKED -> Optional.of(parked(run));
      case FAILED -> Optional.of(trouble("bad", words.of("run.failed"), run));
      case STOPPED ->
          Optional.of(
              new RunPage.Banner(
                  "warning",
                  words.of("run.stopped"),
                  words.of("run.stopped.text"),
                  Optional.empty()));
      case CANT_SAY ->
          Optional.of(
              new RunPage.Banner(
                  "warning", words.of("run.cantSay"), run.because(), Optional.empty()));
    };
  }

  private static boolean lacksModel(RunView run) {
    return run.state() == RunState.PARKED
        && run.problem().filter(one -> one.kind() == Problem.Kind.NO_MODEL).isPresent();
  }

  private RunPage.Banner parked(RunView run) {
    return lacksModel(run)
        ? new RunPage.Banner(
            "accent", words.of("run.noModel"), words.of("run.noModel.text"), action(run.problem()))
        : trouble("warning", words.of("run.parked"), run);
  }

  private RunPage.Banner trouble(String level, String title, RunView run) {
    String text =
        run.problem().map(problem -> Visit.sentence(problem.what(), problem.hint())).orElse("");
    return new RunPage.Banner(level, title, text, action(run.problem()));
  }

  /// The page on which a person can do what a problem asks for.
  private Optional<Moment.Link> action(Optional<Problem> problem) {
    return problem.flatMap(one ->
        switch (one.kind()) {
          case NO_MODEL ->
              Optional.of(new Moment.Link(words.of("action.connect"), "/settings/models"));
          case OVER_BUDGET ->
              Optional.of(new Moment.Link(words.of("action.budget"), "/settings/budget"));
          case PROVIDER_FAILED ->
              Optional.of(new Moment.Link(words.of("action.models"), "/settings/models"));
          case BAD_INPUT,
              NOT_SIGNED_IN,
              NOT_ALLOWED,
              NOT_FOUND,
              CONFLICT,
              TOO_LARGE,
              TOO_MANY,
              UNAVAILABLE,
              FAILED ->
              Optional.empty();
        });
  }

  private List<RunPage.Writing> writing(RunView run) {
    if (run.state() != RunState.RUNNING) {
      return List.of();
    }
    List<RunPage.Writing> writing = new ArrayList<>();
    for (StepView step : run.steps()) {
      boolean prose =
          run.version().tool().ask(step.step()).map(ask -> ask.returns().isEmpty()).orElse(false);
      if (prose && step.status() == StepView.Status.UNDER_WAY && !step.asked().isEmpty()) {
        StepView.AskView ask = step.asked().getLast();
        writing.add(new RunPage.Writing(ask.call(), step.words(), ask.answer()));
      }
    }
    return writing;
  }

  private String sentence(RunView run) {
    if (run.sample().isPresent()) {
      return sampleSentence(run);
    }
    StringBuilder sentence = new StringBuilder();
    if (run.cost().isZero() && !run.state().ended()) {
      run.estimate().ifPresent(range -> sentence.append(words.of("run.estimate", range.shown())));
    } else {
      String key = run.state().ended() ? "run.cost" : "run.cost.soFar";
      sentence.append(words.of(key, run.cost().shown()));
      run.estimate()
          .ifPresent(
              range -> sentence.append(' ').append(words.of("run.estimated", range.shown())));
    }
    if (!run.uncertain().isZero()) {
      sentence.append(' ').append(words.of("run.uncertain", run.uncertain().shown()));
    }
    run.took()
        .ifPresent(took -> sentence.append(' ').append(words.of("run.took", Numbers.took(took))));
    return sentence.toString();
  }

  private String sampleSentence(RunView run) {
    Optional<SampleAnswers.Origin> origin =
        run.version().examples().stream()
            .filter(example -> run.sample().filter(example.id()::equals).isPresent())
            .map(Example::answers)
            .map(SampleAnswers::origin)
            .findFirst();
    return origin
        .map(from ->
            switch (from) {
              case SampleAnswers.Origin.Author() -> words.of("run.sample.author");
              case SampleAnswers.Origin.Recorded(String model, var on) ->
                  words.of("run.sample.recorded", model, Dates.day(on));
            })
        .orElse(words.of("run.sample.author"));
  }

  /// The prompts that wait to be sent, as they will be sent.
  private List<RunPage.PromptPart> waitingPrompts(RunView run) {
    Prompts prompts = new Prompts(words);
    return run.steps().stream()
        .filter(step -> !step.asked().isEmpty() && step.asked().getLast().answer().isEmpty())
        .map(step -> prompts.waiting(step.words(), step.asked().getLast().segments()))
        .toList();
  }

  /// The inputs of a run as they were filled in.
  static List<RunPage.FilledIn> filledIn(RunView run, Words words) {
    return run.version().tool().inputs().stream()
        .filter(input -> run.inputs().get(input.name()).isStated())
        .map(input ->
            new RunPage.FilledIn(input.label(), Filled.in(run.inputs().get(input.name()), words)))
        .toList();
  }
}
