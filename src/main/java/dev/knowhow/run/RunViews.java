package dev.knowhow.run;

import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.StepOutline;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.ToolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the view of a run from its row, its journal and its charges. Thread-safe.
final class RunViews {
  private final Database database;
  private final Ledger ledger;
  private final Workbench workbench;
  private final JournalStore journal = new JournalStore();
  private final SentPrompts sent;

  RunViews(Runs.Rooms rooms, Workbench workbench) {
    this.database = rooms.database();
    this.ledger = rooms.ledger();
    this.workbench = workbench;
    this.sent = new SentPrompts(database.blobs());
  }

  RunView of(RunStore.Row run, ToolVersion version) {
    Optional<Live> live = workbench.live(run.id());
    Outcomes outcomes = run.outcome().map(Outcomes::read).orElse(Outcomes.NONE);
    List<TraceEntry> trace =
        live.filter(_ -> !run.state().ended()).map(Live::trace).orElse(outcomes.trace());
    Optional<Problem> problem = run.problem().map(Workbench::readProblem);
    List<Charge> charges = ledger.chargesOf(run.id());
    return new RunView(
        run.id(),
        version,
        run.state(),
        run.inputs(),
        run.sample(),
        run.startedAt(),
        run.endedAt(),
        outcomes.result().map(FlowResult::because).orElse(""),
        outcomes.result().map(result -> results(version, result)).orElse(List.of()),
        steps(run, trace, live, problem),
        problem,
        known(charges),
        uncertain(charges),
        run.estimate(),
        Sources.of(version.tool(), run.inputs(), trace),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        run.personId(),
        outline(run));
  }

  private List<StepOutline> outline(RunStore.Row run) {
    byte[] program = database.read(handle -> database.blobs().get(handle, run.program()));
    return Programs.read(program).outline();
  }

  List<RunRow> rows(List<RunStore.Row> runs, String toolName) {
    return runs.stream()
        .map(run ->
            new RunRow(
                run.id(),
                run.toolId(),
                toolName,
                run.version(),
                run.state(),
                run.sample(),
                run.startedAt(),
                ledger.run(run.id()).spent()))
        .toList();
  }

  private List<StepView> steps(
      RunStore.Row run, List<TraceEntry> trace, Optional<Live> live, Optional<Problem> problem) {
    return database.read(handle -> {
      List<JournalStore.Entry> entries = journal.of(handle, run.id());
      byte[] program = database.blobs().get(handle, run.program());
      Timeline timeline =
          new Timeline(Programs.read(program).outline(), run.state(), problem.map(Problem::where));
      for (JournalStore.Entry entry : entries) {
        String partial = live.map(one -> one.partial(entry.number())).orElse("");
        timeline.add(
            entry, entry.prompt().map(kept -> sent.read(handle, kept)).orElse(List.of()), partial);
      }
      trace.forEach(timeline::add);
      return timeline.steps();
    });
  }

  private static List<RunView.ResultView> results(ToolVersion version, FlowResult result) {
    List<RunView.ResultView> views = new ArrayList<>();
    result
        .results()
        .fields()
        .forEach((name, value) ->
            version
                .tool()
                .result(name)
                .ifPresent(field ->
                    views.add(
                        new RunView.ResultView(
                            name,
                            field.label(),
                            field.kind().words(),
                            value,
                            value.isStated() ? "" : whyNot(result, name)))));
    return views;
  }

  private static String whyNot(FlowResult result, String name) {
    return result.notStated().getOrDefault(name, "It is not stated in what was given.");
  }

  private static Money known(List<Charge> charges) {
    return sum(charges.stream().filter(charge -> charge.outcome() != Outcome.UNKNOWN).toList());
  }

  private static Money uncertain(List<Charge> charges) {
    return sum(charges.stream().filter(charge -> charge.outcome() == Outcome.UNKNOWN).toList());
  }

  private static Money sum(List<Charge> charges) {
    return charges.stream().map(Charge::cost).reduce(Money.ZERO, Money::plus);
  }
}
