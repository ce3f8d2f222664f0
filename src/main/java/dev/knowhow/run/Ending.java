package dev.knowhow.run;

import dev.knowhow.ledger.Charge;
import dev.knowhow.problem.Problem;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What belongs to the end of a run, in the transaction that ends it: its open reviews are
/// withdrawn, the runs that it uses are stopped, and the run that uses it gets its answer.
/// Thread-safe.
final class Ending {
  private final InstantSource clock;
  private final Spending spending;
  private final Entries entries;
  private final RunStore runs = new RunStore();
  private final StateStore states = new StateStore();
  private final ReviewStore reviews = new ReviewStore();

  Ending(Spending spending, InstantSource clock) {
    this.clock = clock;
    this.spending = spending;
    this.entries = new Entries(clock);
  }

  /// What the run above a run is told, made before the transaction: the charges are committed by
  /// then.
  Value answer(RunStore.Row run, RunState state, Outcomes outcomes, Optional<Problem> problem) {
    Map<String, Value> fields = new LinkedHashMap<>();
    String because =
        switch (state) {
          case RESULT -> "";
          case CANT_SAY -> outcomes.result().map(result -> result.because()).orElse("");
          case STOPPED -> "The run was stopped by a person.";
          case FAILED, RUNNING, WAITING, PARKED -> problem.map(Problem::what).orElse("");
        };
    String outcome =
        switch (state) {
          case RESULT -> "result";
          case CANT_SAY -> "can't say";
          case STOPPED -> "stopped";
          case FAILED, RUNNING, WAITING, PARKED -> "failed";
        };
    List<Charge> charges = run.inside().parent().isEmpty() ? List.of() : spending.of(run.id());
    fields.put("outcome", Value.text(outcome));
    fields.put("because", Value.text(because));
    fields.put(
        "results",
        outcomes.result().<Value>map(result -> result.results()).orElse(Value.noFields()));
    fields.put("spent", spent(Spending.tokens(charges), Spending.sum(charges).picos()));
    fields.put("run", Value.text(run.id()));
    return Value.fields(fields);
  }

  static Value.Fields spent(long tokens, long picos) {
    Map<String, Value> spent = new LinkedHashMap<>();
    spent.put("tokens", Value.text(Long.toString(tokens)));
    spent.put("picos", Value.text(Long.toString(picos)));
    return Value.fields(spent);
  }

  /// Does what belongs to the end of a run, and says which other runs are changed by it.
  List<String> ended(Handle handle, RunStore.Row run, Value answer) {
    List<String> changed = new ArrayList<>();
    below(handle, run.id(), changed);
    run.inside()
        .parent()
        .ifPresent(parent -> {
          if (entries.answerFromOutside(
              handle, parent.run(), parent.call(), new Entries.Said(answer, "", Answerer.NOBODY))) {
            changed.add(parent.run());
          }
        });
    return changed;
  }

  private void below(Handle handle, String runId, List<String> changed) {
    Instant now = clock.instant();
    reviews.withdraw(handle, runId, now);
    for (String child : states.liveChildren(handle, runId)) {
      if (states.stop(handle, child, now)) {
        changed.add(child);
        below(handle, child, changed);
      }
    }
  }

  /// Stops a run with all that it uses, and says which runs are changed by it; none where it had
  /// ended.
  List<String> stop(Handle handle, String runId, Value answer) {
    if (!states.stop(handle, runId, clock.instant())) {
      return List.of();
    }
    List<String> changed = new ArrayList<>(List.of(runId));
    runs.find(handle, runId).ifPresent(run -> changed.addAll(ended(handle, run, answer)));
    return changed;
  }
}
