package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.problem.Problem;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Writes a run's calls and their answers into its journal, in the transactions of those who
/// perform them. Thread-safe.
final class Entries {
  private final InstantSource clock;
  private final StateStore states = new StateStore();
  private final JournalStore journal = new JournalStore();

  Entries(InstantSource clock) {
    this.clock = clock;
  }

  /// What comes with an answer.
  ///
  /// @param text the answer as it was given
  record Said(Value answer, String text, Answerer by) {}

  /// Enters a call, unless a drive before this one did, and says whether it is new.
  ///
  /// @throws Problem when the journal has another call in its place
  boolean enter(Handle handle, String runId, FlowCall call, Optional<Value> prompt, boolean kept) {
    boolean isNew =
        journal.asked(
            handle,
            JournalStore.Entry.asked(
                runId,
                new JournalStore.JournalCall(
                    call.number(),
                    call.name(),
                    call.step(),
                    call.lane(),
                    FlowCalls.attempt(call),
                    call.argumentsHash()),
                prompt,
                clock.instant(),
                kept));
    if (!isNew
        && !journal
            .argumentsOf(handle, runId, call.number())
            .equals(Optional.of(call.argumentsHash()))) {
      throw anotherVersion(call.step());
    }
    return isNew;
  }

  /// Answers a call that this server performed, and gives the answer's place.
  long answer(Handle handle, String runId, FlowCall call, Said said) {
    long place = states.nextArrival(handle, runId);
    write(handle, runId, call.number(), call.argumentsHash(), place, said);
    return place;
  }

  /// Answers a call from outside the run's own drive, and sets the run going if it waited; says
  /// whether the run had not ended.
  boolean answerFromOutside(Handle handle, String runId, int number, Said said) {
    Optional<Long> place = states.answeredFromOutside(handle, runId);
    if (place.isEmpty()) {
      return false;
    }
    String sha =
        journal
            .argumentsOf(handle, runId, number)
            .orElseThrow(() -> new IllegalStateException("run " + runId + " never made " + number));
    write(handle, runId, number, sha, place.get(), said);
    return true;
  }

  private void write(
      Handle handle, String runId, int number, String argumentsSha, long place, Said said) {
    journal.answered(
        handle,
        new JournalStore.Answered(
            runId,
            number,
            argumentsSha,
            place,
            ValueJson.print(said.answer()),
            said.text(),
            said.by().write()),
        clock.instant());
  }

  static Problem anotherVersion(String step) {
    return Problem.at(
        Problem.Kind.FAILED,
        step,
        "This run was made with another version of the flow.",
        "Start it again with the same inputs.");
  }
}
