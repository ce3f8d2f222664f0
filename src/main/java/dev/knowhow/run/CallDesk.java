package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.model.Answer;
import dev.knowhow.model.ModelCall;
import dev.knowhow.model.Models;
import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Example;
import dev.knowhow.value.Tier;
import dev.knowhow.value.Value;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/// Performs the calls of runs and journals their answers: an ask goes to a model or to a sample
/// answer, a look-up to the tool's knowledge. The journal entry is written before a call is made,
/// and its answer in the transaction that settles its charge. Thread-safe.
final class CallDesk {
  private final Database database;
  private final Models models;
  private final InstantSource clock;
  private final RunStore runs = new RunStore();
  private final JournalStore journal = new JournalStore();
  private final SentPrompts sent;

  CallDesk(Database database, Models models, InstantSource clock) {
    this.database = database;
    this.models = models;
    this.clock = clock;
    this.sent = new SentPrompts(database.blobs());
  }

  /// An answer that is committed.
  ///
  /// @param place its place in the order of answers, counted from 1
  record Arrived(long place, Value answer) {}

  /// Performs one call; blocks until its answer is committed.
  ///
  /// @throws Problem when it can't be performed now; then the entry stays unanswered
  Arrived perform(RunStore.Row run, Prepared prepared, FlowCall call, Live live) {
    return switch (call.name()) {
      case FlowCalls.ASK -> ask(run, prepared, call, live);
      case FlowCalls.LOOK_UP -> local(run, call, prepared.lookUp(call));
      case FlowCalls.NOW -> local(run, call, Value.text(clock.instant().toString()));
      default ->
          throw Problem.at(
              Problem.Kind.FAILED,
              call.step(),
              "The flow called “" + call.name() + "”, which there is not.",
              "The calls are listed in the documentation of flows.");
    };
  }

  private Arrived ask(RunStore.Row run, Prepared prepared, FlowCall call, Live live) {
    Prepared.AskCall ask = FlowCalls.ask(call);
    CompiledPrompt prompt = prepared.prompt(ask);
    database.write(handle -> {
      enter(handle, run, call, Optional.of(sent.keep(handle, prompt)));
      return true;
    });
    live.begins(call.number());
    live.progressed();
    return run.sample().isPresent()
        ? sample(run, prepared, call)
        : live(run, prepared, call, prompt, live);
  }

  private Arrived live(
      RunStore.Row run, Prepared prepared, FlowCall call, CompiledPrompt prompt, Live live) {
    var step = prepared.ask(call.step());
    ModelCall modelCall =
        new ModelCall(
            run.id(),
            call.step(),
            FlowCalls.attempt(call),
            call.lane(),
            run.toolId(),
            run.version(),
            run.personId(),
            Tier.valueOf(FlowCalls.ask(call).tier().toUpperCase(Locale.ROOT)),
            prompt,
            step.atMost().outputTokens());
    AtomicLong place = new AtomicLong();
    Answer answer =
        models.ask(
            modelCall,
            (handle, answered) ->
                place.set(
                    answer(
                        handle,
                        run,
                        call,
                        AnswerReading.read(step, answered),
                        answered.text(),
                        Answerer.of(answered))),
            text -> live.wrote(call.number(), text));
    return switch (answer) {
      case Answer.Answered answered -> new Arrived(place.get(), AnswerReading.read(step, answered));
      case Answer.Refused(Problem problem) -> throw problem;
    };
  }

  private Arrived sample(RunStore.Row run, Prepared prepared, FlowCall call) {
    Example example =
        prepared.definition().examples().stream()
            .filter(each -> each.id().equals(run.sample().orElseThrow()))
            .findFirst()
            .orElseThrow(() ->
                Problem.of(
                    Problem.Kind.NOT_FOUND,
                    "The tool has no example of this name.",
                    "Choose one of its examples."));
    String text = new SampleDesk(example.answers()).answer(call.step(), call.lane());
    Value answer = AnswerReading.read(prepared.ask(call.step()), text);
    Answerer by = Answerer.sample(example.answers().origin());
    long place = database.write(handle -> answer(handle, run, call, answer, text, by));
    return new Arrived(place, answer);
  }

  private Arrived local(RunStore.Row run, FlowCall call, Value answer) {
    long place =
        database.write(handle -> {
          enter(handle, run, call, Optional.empty());
          return answer(handle, run, call, answer, "", Answerer.NOBODY);
        });
    return new Arrived(place, answer);
  }

  /// Enters a call into the journal, unless a drive before this one did.
  private void enter(Handle handle, RunStore.Row run, FlowCall call, Optional<Value> prompt) {
    Optional<String> entered = journal.argumentsOf(handle, run.id(), call.number());
    if (entered.isEmpty()) {
      journal.asked(
          handle,
          JournalStore.Entry.asked(
              run.id(),
              new JournalStore.JournalCall(
                  call.number(),
                  call.name(),
                  call.step(),
                  call.lane(),
                  FlowCalls.attempt(call),
                  call.argumentsHash()),
              prompt,
              clock.instant()));
    } else if (!entered.get().equals(call.argumentsHash())) {
      throw Problem.at(
          Problem.Kind.FAILED,
          call.step(),
          "This run was made with another version of the flow.",
          "Start it again with the same inputs.");
    }
  }

  private long answer(
      Handle handle, RunStore.Row run, FlowCall call, Value answer, String text, Answerer by) {
    long place = runs.nextArrival(handle, run.id());
    journal.answered(
        handle, run.id(), call.number(), place, answer, text, by.write(), clock.instant());
    return place;
  }
}
