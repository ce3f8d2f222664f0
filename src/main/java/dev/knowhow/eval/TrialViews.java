package dev.knowhow.eval;

import dev.knowhow.eval.TrialView.CellView;
import dev.knowhow.eval.TrialView.ColumnView;
import dev.knowhow.eval.TrialView.RowView;
import dev.knowhow.ledger.PurseSpend;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunState;
import dev.knowhow.run.TrialRuns.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Makes what can be seen of trials from their rows, their runs and their purses. Thread-safe.
final class TrialViews {
  private final Trials.Rooms rooms;
  private final TrialStore trials = new TrialStore();
  private final CellStore cells = new CellStore();

  TrialViews(Trials.Rooms rooms) {
    this.rooms = rooms;
  }

  /// The rows of a trial at one moment.
  private record Table(List<CellStore.Column> columns, List<CellStore.Cell> cells) {}

  TrialView of(TrialStore.Trial trial) {
    Table table =
        rooms
            .database()
            .read(handle ->
                new Table(cells.columns(handle, trial.id()), cells.cells(handle, trial.id())));
    List<ColumnView> columns =
        table.columns().stream()
            .map(column ->
                column(
                    column,
                    table.cells().stream()
                        .filter(cell -> cell.column() == column.number())
                        .toList()))
            .toList();
    Optional<PurseSpend> purse = trial.cap().map(_ -> rooms.purses().of(trial.id()));
    return new TrialView(
        trial.id(),
        trial.toolId(),
        trial.about(),
        trial.state(),
        trial.personName(),
        trial.startedAt(),
        trial.endedAt(),
        trial.cap(),
        purse.map(PurseSpend::spent).orElse(Money.ZERO),
        purse.map(PurseSpend::held).orElse(Money.ZERO),
        columns,
        rows(table));
  }

  List<TrialRow> rows(List<TrialStore.Trial> all) {
    return all.stream()
        .map(trial -> {
          CellStore.Counts counts =
              rooms.database().read(handle -> cells.counts(handle, trial.id()));
          return new TrialRow(
              trial.id(),
              trial.about(),
              trial.state(),
              trial.personName(),
              trial.startedAt(),
              trial.endedAt(),
              counts.done(),
              counts.cells(),
              trial.cap().map(_ -> rooms.purses().of(trial.id()).spent()).orElse(Money.ZERO));
        })
        .toList();
  }

  /// How the version with some files did.
  Optional<HowItDid> howItDid(String toolId, String sha256) {
    Optional<String> id = rooms.database().read(handle -> trials.ofFiles(handle, toolId, sha256));
    return id.map(trialId -> {
      TrialStore.Trial trial =
          rooms.database().read(handle -> trials.find(handle, trialId)).orElseThrow();
      int number = rooms.database().read(handle -> cells.columnOfFiles(handle, trialId, sha256));
      TrialView view = of(trial);
      ColumnView column = view.columns().get(number);
      return new HowItDid(
          trialId,
          trial.endedAt().orElse(trial.startedAt()),
          column.column().isLive(),
          column.models(),
          column.passed(),
          view.rows().size(),
          view.rows().stream()
              .filter(row -> !row.cells().get(number).outcome().passed())
              .map(RowView::name)
              .toList());
    });
  }

  private List<RowView> rows(Table table) {
    List<CellStore.Cell> first = table.cells().stream().filter(cell -> cell.column() == 0).toList();
    List<RowView> rows = new ArrayList<>();
    for (CellStore.Cell example : first) {
      rows.add(
          new RowView(
              example.example(),
              example.name(),
              table.cells().stream()
                  .filter(cell -> cell.place() == example.place())
                  .map(this::cell)
                  .toList()));
    }
    return rows;
  }

  private CellView cell(CellStore.Cell cell) {
    if (cell.tally().isPresent()) {
      Tally tally = cell.tally().get();
      return new CellView(
          tally.outcome(), cell.runId(), tally.cost(), tally.tokens(), tally.took());
    }
    if (cell.runId().isEmpty()) {
      return new CellView(new CellOutcome.Waits(), Optional.empty(), Money.ZERO, 0, Duration.ZERO);
    }
    Standing standing = rooms.runs().ofTrials().standing(cell.runId().get());
    return new CellView(
        new CellOutcome.UnderWay(holdUp(standing)),
        cell.runId(),
        standing.cost(),
        standing.tokens(),
        Duration.ZERO);
  }

  private static String holdUp(Standing standing) {
    boolean heldBack =
        standing.state() == RunState.PARKED
            && standing
                .problem()
                .filter(problem -> problem.kind() == Problem.Kind.OVER_BUDGET)
                .isPresent();
    return heldBack
        ? "It waits for what the others leave of the cap."
        : standing.problem().map(Problem::what).orElse("");
  }

  private static ColumnView column(CellStore.Column column, List<CellStore.Cell> cells) {
    TreeSet<String> models = new TreeSet<>();
    int passed = 0;
    int failed = 0;
    int didNotRun = 0;
    int notTried = 0;
    Money cost = Money.ZERO;
    for (CellStore.Cell cell : cells) {
      if (cell.tally().isPresent()) {
        Tally tally = cell.tally().get();
        models.addAll(tally.models());
        cost = cost.plus(tally.cost());
        passed += tally.outcome() instanceof CellOutcome.Passed ? 1 : 0;
        failed += tally.outcome() instanceof CellOutcome.Failed ? 1 : 0;
        didNotRun += tally.outcome() instanceof CellOutcome.DidNotRun ? 1 : 0;
        notTried += tally.outcome() instanceof CellOutcome.NotTried ? 1 : 0;
      }
    }
    return new ColumnView(
        column.column(),
        column.executed(),
        List.copyOf(models),
        passed,
        failed,
        didNotRun,
        notTried,
        cost);
  }
}
