package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.model.Answer;
import dev.knowhow.model.Recorder;
import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Step;
import dev.knowhow.value.Value;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The journal's entry of one ask on its way: that it is made, in the transaction that sets its
/// money aside, and its answer, in the one that charges it. For one thread at a time.
final class AskEntry implements Recorder {
  private final Entries entries;
  private final SentPrompts sent;
  private final RunStore.Row run;
  private final Ask ask;
  private final Live live;
  private boolean entered;
  private long place;

  /// What is asked.
  record Ask(FlowCall call, Step.Ask step, CompiledPrompt prompt) {}

  AskEntry(Entries entries, SentPrompts sent, RunStore.Row run, Ask ask, Live live) {
    this.entries = entries;
    this.sent = sent;
    this.run = run;
    this.ask = ask;
    this.live = live;
  }

  /// What a step's answer is to the flow, with what it cost.
  static Value value(Step.Ask step, Answer.Answered answered) {
    return FlowCalls.spent(
        AnswerReading.read(step, answered),
        answered.usage().input() + answered.usage().output(),
        answered.cost().picos());
  }

  @Override
  public void begins(Handle handle) {
    Value prompt = sent.keep(handle, ask.prompt());
    entries.enter(handle, run.id(), ask.call(), Optional.of(prompt), false);
  }

  @Override
  public void begun() {
    entered = true;
    live.begins(ask.call().number());
    live.progressed();
  }

  @Override
  public void record(Handle handle, Answer.Answered answered) {
    Value value = value(ask.step(), answered);
    place =
        entries.answer(
            handle,
            run.id(),
            ask.call(),
            new Entries.Said(value, answered.text(), Answerer.of(answered)));
  }

  /// Enters the call where the gate to the models refused it before it came so far.
  void enterRefused(Database database) {
    if (!entered) {
      database.write(handle -> {
        begins(handle);
        return true;
      });
      begun();
    }
  }

  /// The answer's place in the order of the run's answers.
  long place() {
    return place;
  }
}
