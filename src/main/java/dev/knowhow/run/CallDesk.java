package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.model.Answer;
import dev.knowhow.model.ModelCall;
import dev.knowhow.model.Models;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Step;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Performs the calls of runs and journals their answers: an ask goes to a model or to a sample
/// answer, a look-up to the tool's knowledge, a review to a person, another tool to a run of its
/// own. The journal entry is written before a call is made, and its answer in the transaction that
/// settles its charge. Thread-safe.
final class CallDesk {
  private final Database database;
  private final Models models;
  private final ReviewDesk reviews;
  private final ChildDesk children;
  private final InstantSource clock;
  private final Entries entries;
  private final SentPrompts sent;

  CallDesk(
      Database database,
      Models models,
      ReviewDesk reviews,
      ChildDesk children,
      InstantSource clock) {
    this.database = database;
    this.models = models;
    this.reviews = reviews;
    this.children = children;
    this.clock = clock;
    this.entries = new Entries(clock);
    this.sent = new SentPrompts(database.blobs());
  }

  /// Performs one call; blocks until its answer is committed, or until somebody else is to answer.
  ///
  /// @throws Problem when it can't be performed, also not later
  Performed perform(RunStore.Row run, Prepared prepared, FlowCall call, Live live) {
    return switch (call.name()) {
      case FlowCalls.ASK -> ask(run, prepared, call, live);
      case FlowCalls.LOOK_UP -> local(run, call, prepared.lookUp(call));
      case FlowCalls.NOW -> local(run, call, Value.text(clock.instant().toString()));
      case FlowCalls.REVIEW ->
          sampleDecision(run, prepared, call)
              .map(decision -> local(run, call, decision))
              .orElseGet(() -> reviews.open(run, prepared, call));
      case FlowCalls.USE_TOOL ->
          run.sample().isPresent()
              ? local(run, call, sampleUse(run, prepared, call))
              : children.use(run, call);
      default ->
          throw Problem.at(
              Problem.Kind.FAILED,
              call.step(),
              "The flow called “" + call.name() + "”, which there is not.",
              "The calls are listed in the documentation of flows.");
    };
  }

  /// Takes the answers of another run over, in one transaction.
  List<Performed.Arrived> keep(RunStore.Row run, Prepared prepared, List<Kept.Answered> answers) {
    return database.write(handle ->
        answers.stream()
            .map(each -> {
              FlowCall call = each.call();
              Optional<Value> prompt =
                  call.name().equals(FlowCalls.ASK)
                      ? Optional.of(sent.keep(handle, prepared.prompt(FlowCalls.ask(call))))
                      : Optional.empty();
              entries.enter(handle, run.id(), call, prompt, true);
              Value answer = each.entry().answer().orElseThrow();
              Answerer by = Answerer.read(each.entry().answeredBy()).kept();
              return new Performed.Arrived(
                  entries.answer(
                      handle,
                      run.id(),
                      call,
                      new Entries.Said(answer, each.entry().answerText(), by)),
                  answer);
            })
            .toList());
  }

  private Performed ask(RunStore.Row run, Prepared prepared, FlowCall call, Live live) {
    AskEntry.Ask ask =
        new AskEntry.Ask(call, prepared.ask(call.step()), prepared.prompt(FlowCalls.ask(call)));
    AskEntry entry = new AskEntry(entries, sent, run, ask, live);
    return run.sample().isPresent()
        ? sample(run, prepared, ask, entry)
        : live(run, ask, entry, live);
  }

  private Performed live(RunStore.Row run, AskEntry.Ask ask, AskEntry entry, Live live) {
    FlowCall call = ask.call();
    Step.Ask step = ask.step();
    ModelCall modelCall =
        new ModelCall(
            run.id(),
            run.root(),
            call.step(),
            FlowCalls.attempt(call),
            call.lane(),
            run.toolId(),
            run.version(),
            run.personId(),
            tier(run, step, call),
            ask.prompt(),
            step.atMost().outputTokens());
    Answer answer = models.ask(modelCall, entry, text -> live.wrote(call.number(), text));
    return switch (answer) {
      case Answer.Answered answered ->
          new Performed.Arrived(entry.place(), AskEntry.value(step, answered));
      case Answer.Refused(Problem problem, boolean mayPass) -> {
        entry.enterRefused(database);
        yield new Performed.Refused(problem, mayPass);
      }
    };
  }

  /// The tier that a run made from another one asks instead; where the flow went on to a better
  /// one, the better of both.
  private static Tier tier(RunStore.Row run, Step.Ask step, FlowCall call) {
    Tier wanted = Tier.valueOf(FlowCalls.ask(call).tier().toUpperCase(Locale.ROOT));
    return run.origin()
        .map(origin -> origin.changes().tiers().get(step.id()))
        .map(instead -> wanted == step.tier() || instead.compareTo(wanted) > 0 ? instead : wanted)
        .orElse(wanted);
  }

  /// What the run's example says that a person decides; empty where a person has to.
  private static Optional<Value> sampleDecision(
      RunStore.Row run, Prepared prepared, FlowCall call) {
    boolean ofTrial = run.tried().filter(example -> !example.isEmpty()).isPresent();
    if (run.sample().isEmpty() && !ofTrial) {
      return Optional.empty();
    }
    Example example = example(run, prepared);
    String of = call.arguments().get("of").textOrEmpty();
    String name = of.isEmpty() ? call.step() : of;
    return ofTrial || example.answers().decision(name).isPresent()
        ? Optional.of(new SampleDesk(example.answers()).decide(call))
        : Optional.empty();
  }

  private static Value sampleUse(RunStore.Row run, Prepared prepared, FlowCall call) {
    SampleDesk desk = new SampleDesk(example(run, prepared).answers());
    return FlowCalls.spent(desk.use(call), 0, 0);
  }

  private static Example example(RunStore.Row run, Prepared prepared) {
    return prepared.definition().examples().stream()
        .filter(each -> each.id().equals(run.sample().or(run::tried).orElseThrow()))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND,
                "The tool has no example of this name.",
                "Choose one of its examples."));
  }

  private Performed sample(RunStore.Row run, Prepared prepared, AskEntry.Ask ask, AskEntry entry) {
    Example example = example(run, prepared);
    FlowCall call = ask.call();
    String text = new SampleDesk(example.answers()).answer(call.step(), call.lane());
    Value answer = FlowCalls.spent(AnswerReading.read(ask.step(), text), 0, 0);
    Answerer by = Answerer.sample(example.answers().origin());
    long place =
        database.write(handle -> {
          entry.begins(handle);
          return entries.answer(handle, run.id(), call, new Entries.Said(answer, text, by));
        });
    return new Performed.Arrived(place, answer);
  }

  private Performed local(RunStore.Row run, FlowCall call, Value answer) {
    long place =
        database.write(handle -> {
          entries.enter(handle, run.id(), call, Optional.empty(), false);
          return entries.answer(
              handle, run.id(), call, new Entries.Said(answer, "", Answerer.NOBODY));
        });
    return new Performed.Arrived(place, answer);
  }
}
