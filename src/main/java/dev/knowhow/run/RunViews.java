package dev.knowhow.run;

import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.StepOutline;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the view of a run from its row, its journal and its charges. Thread-safe.
final class RunViews {
  private final Database database;
  private final Ledger ledger;
  private final Workbench workbench;
  private final Spending spending;
  private final Tools tools;
  private final RunStore runs = new RunStore();
  private final ReviewStore reviews = new ReviewStore();
  private final JournalStore journal = new JournalStore();
  private final SentPrompts sent;

  RunViews(Runs.Rooms rooms, Workbench workbench, Spending spending) {
    this.database = rooms.database();
    this.ledger = rooms.ledger();
    this.workbench = workbench;
    this.spending = spending;
    this.tools = rooms.tools();
    this.sent = new SentPrompts(database.blobs());
  }

  RunView of(RunStore.Row run, ToolVersion version) {
    Optional<Live> live = workbench.live(run.id());
    Outcomes outcomes = run.outcome().map(Outcomes::read).orElse(Outcomes.NONE);
    List<TraceEntry> trace =
        live.filter(_ -> !run.state().ended()).map(Live::trace).orElse(outcomes.trace());
    Optional<Problem> problem = run.problem().map(Resting::readProblem);
    List<Charge> charges = spending.of(run.id());
    List<StepOutline> outline = outline(run);
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
        steps(run, outline, trace, live, problem),
        problem,
        Spending.known(charges),
        Spending.uncertain(charges),
        run.estimate(),
        Sources.of(version.tool(), run.inputs(), trace),
        waitsFor(run, version, problem),
        logs(trace),
        run.origin().map(origin -> from(origin, outline)),
        run.inside().parent().map(RunStore.Parent::run),
        run.personId(),
        outline);
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

  private RunView.From from(RunStore.Origin origin, List<StepOutline> outline) {
    Optional<String> step =
        database.read(handle -> journal.stepOf(handle, origin.runId(), origin.fromCall()));
    return new RunView.From(origin.runId(), Again.words(origin, step, outline));
  }

  private List<StepView> steps(
      RunStore.Row run,
      List<StepOutline> outline,
      List<TraceEntry> trace,
      Optional<Live> live,
      Optional<Problem> problem) {
    return database.read(handle -> {
      List<JournalStore.Entry> entries = journal.of(handle, run.id());
      Timeline timeline = new Timeline(outline, run.state(), problem.map(Problem::where));
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

  private List<WaitsFor> waitsFor(
      RunStore.Row run, ToolVersion version, Optional<Problem> problem) {
    if (run.state().ended()) {
      return List.of();
    }
    List<WaitsFor> all = new ArrayList<>();
    for (ReviewStore.Row review : database.read(handle -> reviews.ofRun(handle, run.id()))) {
      if (review.state() == ReviewStore.State.OPEN) {
        all.add(
            new WaitsFor.AReview(
                review.id(),
                review.step(),
                review.lane(),
                ReviewViews.of(review, version).words(),
                review.asked().get("by").textOrEmpty(),
                review.since(),
                review.until()));
      }
    }
    for (RunStore.Row child : database.read(handle -> runs.usedBy(handle, run.id()))) {
      if (!child.state().ended()) {
        String name = tools.versionOfRun(child.toolId(), child.version()).tool().name();
        all.add(new WaitsFor.ARun(child.id(), name));
      }
    }
    run.attempts()
        .wakeAt()
        .ifPresent(at -> all.add(new WaitsFor.ATime(at, problem.map(Problem::what).orElse(""))));
    return all;
  }

  private static List<RunView.LogLine> logs(List<TraceEntry> trace) {
    return trace.stream()
        .filter(entry -> entry.kind() == TraceEntry.Kind.LOGGED)
        .map(entry -> new RunView.LogLine(entry.step(), entry.lane(), line(entry), text(entry)))
        .toList();
  }

  private static int line(TraceEntry entry) {
    String line = entry.details().get("line").textOrEmpty();
    return line.isEmpty() ? 0 : Integer.parseInt(line);
  }

  private static String text(TraceEntry entry) {
    String text = entry.details().get("text").textOrEmpty();
    return text.isEmpty() ? entry.words() : text;
  }
}
