package dev.knowhow.run;

import dev.knowhow.account.Actor;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.SliceRequest;
import dev.knowhow.flow.Turn;
import dev.knowhow.ledger.Charge;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.ToolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// The runs of trials: live runs on an example of their tool. Persons' decisions in them are the
/// example's, and their slices stand behind those that a person waits for. Thread-safe.
public final class TrialRuns {
  private final Database database;
  private final Flows flows;
  private final Starting starting;
  private final Loading loading;
  private final Spending spending;
  private final Consumer<Workbench.Job> workOn;
  private final JournalStore journal = new JournalStore();

  TrialRuns(
      Runs.Rooms rooms,
      Starting starting,
      Loading loading,
      Spending spending,
      Consumer<Workbench.Job> workOn) {
    this.database = rooms.database();
    this.flows = rooms.flows();
    this.starting = starting;
    this.loading = loading;
    this.spending = spending;
    this.workOn = workOn;
  }

  /// Where a run of a trial stands.
  ///
  /// @param problem why it is parked, failed, or is tried again later
  /// @param cost all that it and the runs that it uses were charged, with the most that calls of
  ///   unknown outcome can have cost
  /// @param tokens what they sent and received
  /// @param models the models that were charged for, by name
  /// @param took from its start to its end, or nothing before that
  public record Standing(
      RunState state,
      Optional<Problem> problem,
      Money cost,
      long tokens,
      List<String> models,
      Duration took) {
    /// Copies the list.
    public Standing {
      models = List.copyOf(models);
    }
  }

  /// Starts a live run on an example, and returns its id once it is on the disk.
  ///
  /// @param also is given the transaction that writes the run, and the run's id
  /// @throws Problem when the person may not run the tool, or it has no such version
  public String start(
      Actor actor, ToolVersion version, Example example, BiConsumer<Handle, String> also) {
    Workbench.Job claimed = starting.start(actor, version, example, also);
    workOn.accept(claimed);
    return claimed.run().id();
  }

  /// Where a run stands, and what it cost so far.
  public Standing standing(String runId) {
    RunStore.Row run = loading.row(runId);
    List<Charge> charges = spending.of(runId);
    TreeSet<String> models = new TreeSet<>();
    charges.forEach(charge -> models.add(charge.reservation().request().model().model()));
    return new Standing(
        run.state(),
        run.problem().map(Resting::readProblem),
        Spending.sum(charges),
        Spending.tokens(charges),
        List.copyOf(models),
        run.endedAt().map(end -> Duration.between(run.startedAt(), end)).orElse(Duration.ZERO));
  }

  /// Executes the flow of an ended run again from the answers that were paid for, and then looks at
  /// what must hold, as [Rehearsal#examine] does with sample answers. It costs nothing.
  ///
  /// @throws Problem when the journal is cut or was edited
  public Slice examine(String runId, Example example) {
    RunStore.Row run = loading.row(runId);
    ToolVersion version = loading.version(run);
    Prepared prepared = loading.preparation().of(version.definition(), example.holds());
    List<JournalAnswer> answers =
        Journals.answers(run, database.read(handle -> journal.of(handle, runId)));
    return flows.slice(
        new SliceRequest(
            prepared.program(),
            run.inputs(),
            prepared.knowledgeTexts(),
            run.flowClock(),
            run.seed(),
            answers,
            "",
            Turn.batch(run.toolId())));
  }
}
