package dev.knowhow.run;

import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.flow.Turn;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Blobs;
import dev.knowhow.store.Database;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Executes runs' flows again from their journals: no network, no money, the same bytes.
/// Thread-safe.
final class Replays {
  private static final int LONGEST_SHOWN = 300;

  private final Database database;
  private final Flows flows;
  private final RunStore runs = new RunStore();
  private final JournalStore journal = new JournalStore();

  Replays(Database database, Flows flows) {
    this.database = database;
    this.flows = flows;
  }

  Replayed replay(RunStore.Row run, Prepared prepared) {
    if (!run.state().ended() || run.state() == RunState.STOPPED) {
      return new Replayed.CantBeReplayed(
          Problem.of(
              Problem.Kind.CONFLICT,
              run.state().ended()
                  ? "This run was stopped before its flow ended, so there is no outcome."
                  : "This run has not ended yet, so there is no outcome.",
              "Replay a run that has ended."));
    }
    List<JournalAnswer> answers;
    try {
      answers = Journals.answers(run, database.read(handle -> journal.of(handle, run.id())));
    } catch (Problem broken) {
      return new Replayed.CantBeReplayed(broken);
    }
    Slice slice =
        flows.slice(
            new SliceRequest(
                prepared.program(),
                run.inputs(),
                prepared.knowledgeTexts(),
                run.flowClock(),
                run.seed(),
                answers,
                "",
                Turn.person(run.toolId())));
    String was = database.read(handle -> runs.storedOutcome(handle, run.id())).orElse("");
    return switch (slice) {
      case Slice.Done(FlowResult result, List<TraceEntry> trace) ->
          compare(was, new Outcomes(Optional.of(result), trace), answers.size());
      case Slice.Waiting(_, List<TraceEntry> trace) ->
          compare(was, new Outcomes(Optional.empty(), trace), answers.size());
      case Slice.Failed(FlowFault fault, List<TraceEntry> trace) ->
          failed(run, was, fault, trace, answers.size());
    };
  }

  private Replayed failed(
      RunStore.Row run, String was, FlowFault fault, List<TraceEntry> trace, int answers) {
    boolean sameFault =
        run.problem()
            .map(Resting::readProblem)
            .filter(problem ->
                problem.what().equals(fault.what()) && problem.where().equals(fault.step()))
            .isPresent();
    if (sameFault) {
      return compare(was, new Outcomes(Optional.empty(), trace), answers);
    }
    if (fault.kind() == FlowFault.Kind.ANOTHER_VERSION || fault.mayPass()) {
      return new Replayed.CantBeReplayed(fault.problem());
    }
    return new Replayed.Differs(
        "problem",
        run.problem().map(Resting::readProblem).map(Problem::what).orElse(""),
        fault.what());
  }

  private static Replayed compare(String was, Outcomes outcomes, int answers) {
    String now = ValueJson.print(outcomes.write());
    if (was.equals(now)) {
      byte[] bytes = now.getBytes(StandardCharsets.UTF_8);
      return new Replayed.Same(answers, Blobs.sha256(bytes));
    }
    return first("", ValueJson.parse(was), ValueJson.parse(now))
        .orElse(new Replayed.Differs("bytes", shown(was), shown(now)));
  }

  /// The first place at which two values differ.
  private static Optional<Replayed> first(String where, Value was, Value now) {
    if (was.equals(now)) {
      return Optional.empty();
    }
    if (was instanceof Value.Fields(Map<String, Value> a)
        && now instanceof Value.Fields(Map<String, Value> b)) {
      Set<String> names = new LinkedHashSet<>(a.keySet());
      names.addAll(b.keySet());
      for (String name : names) {
        Optional<Replayed> found =
            first(
                where.isEmpty() ? name : where + "/" + name,
                ((Value.Fields) was).get(name),
                ((Value.Fields) now).get(name));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (was instanceof Value.Items(List<Value> a) && now instanceof Value.Items(List<Value> b)) {
      for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
        Optional<Replayed> found = first(where + "/" + (i + 1), a.get(i), b.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(
        new Replayed.Differs(where, shown(ValueJson.print(was)), shown(ValueJson.print(now))));
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
