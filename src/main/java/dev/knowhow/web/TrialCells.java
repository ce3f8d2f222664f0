package dev.knowhow.web;

import dev.knowhow.eval.CellOutcome;
import dev.knowhow.eval.Miss;
import dev.knowhow.eval.TrialView;
import dev.knowhow.eval.TrialView.CellView;
import dev.knowhow.eval.TrialView.ColumnView;
import dev.knowhow.eval.TrialView.RowView;
import dev.knowhow.eval.Wilson;
import dev.knowhow.price.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Makes the table of a trial.
final class TrialCells {
  private final Words words;
  private final TrialView trial;
  private final int marked;

  /// The table of `trial` with its recommended column; below 0 where there is none.
  TrialCells(Words words, TrialView trial, int marked) {
    this.words = words;
    this.trial = trial;
    this.marked = marked;
  }

  /// The heads of the columns.
  List<TrialPage.Column> heads() {
    List<TrialPage.Column> heads = new ArrayList<>();
    for (int i = 0; i < trial.columns().size(); i++) {
      ColumnView column = trial.columns().get(i);
      heads.add(
          new TrialPage.Column(
              column.column().label(),
              column.column().isLive()
                  ? String.join(", ", column.models())
                  : words.of("trial.sample.by"),
              mark(i)));
    }
    return heads;
  }

  /// A row for each example.
  List<TrialPage.Row> rows() {
    return trial.rows().stream()
        .map(row -> new TrialPage.Row(row.name(), "", row(i -> cell(row, i))))
        .toList();
  }

  /// The sums of the columns.
  List<TrialPage.Row> sums() {
    List<TrialPage.Row> sums = new ArrayList<>();
    sums.add(
        new TrialPage.Row(
            words.of(anyLive() ? "trial.sum.passed" : "trial.sum.right"), "", row(this::rate)));
    if (trial.columns().stream().anyMatch(each -> each.didNotRun() + each.notTried() > 0)) {
      sums.add(
          new TrialPage.Row(
              words.of("trial.sum.open"),
              "",
              row(i ->
                  sum(
                      i,
                      Numbers.grouped(
                          trial.columns().get(i).didNotRun() + trial.columns().get(i).notTried()),
                      ""))));
    }
    if (anyLive()) {
      sums.add(new TrialPage.Row(words.of("trial.sum.perRun"), "", row(this::perRun)));
      sums.add(
          new TrialPage.Row(
              words.of("trial.sum.cost"),
              "",
              row(i -> sum(i, isLive(i) ? trial.columns().get(i).cost().shown() : free(), ""))));
    }
    sums.add(new TrialPage.Row(words.of("trial.sum.took"), "", row(this::took)));
    return sums;
  }

  /// Why what did not pass did not.
  List<TrialPage.Reason> reasons() {
    List<TrialPage.Reason> reasons = new ArrayList<>();
    for (RowView row : trial.rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        CellView cell = row.cells().get(i);
        List<String> sentences = why(cell.outcome());
        if (!sentences.isEmpty()) {
          String column = trial.columns().get(i).column().label();
          reasons.add(new TrialPage.Reason(row.name(), column, sentences, cell.runId()));
        }
      }
    }
    return reasons;
  }

  private List<TrialPage.Cell> row(IntFunction<TrialPage.Cell> cell) {
    List<TrialPage.Cell> cells = new ArrayList<>();
    for (int i = 0; i < trial.columns().size(); i++) {
      cells.add(cell.apply(i));
    }
    return cells;
  }

  private TrialPage.Cell cell(RowView row, int column) {
    CellView cell = row.cells().get(column);
    boolean live = isLive(column);
    String kind = live ? "trial.cell." : "trial.sample.";
    String label = trial.columns().get(column).column().label();
    return new TrialPage.Cell(
        label,
        switch (cell.outcome()) {
          case CellOutcome.Passed _ -> "passed";
          case CellOutcome.Failed _ -> "failed";
          case CellOutcome.Waits _,
              CellOutcome.UnderWay _,
              CellOutcome.DidNotRun _,
              CellOutcome.NotTried _ ->
              "open";
        },
        switch (cell.outcome()) {
          case CellOutcome.Passed _ -> "✓";
          case CellOutcome.Failed _ -> "✕";
          case CellOutcome.Waits _,
              CellOutcome.UnderWay _,
              CellOutcome.DidNotRun _,
              CellOutcome.NotTried _ ->
              "";
        },
        switch (cell.outcome()) {
          case CellOutcome.Passed _ -> words.of(kind + "passed");
          case CellOutcome.Failed _ -> words.of(kind + "failed");
          case CellOutcome.Waits _ -> words.of("trial.cell.waits");
          case CellOutcome.UnderWay _ -> words.of("trial.cell.underWay");
          case CellOutcome.DidNotRun _ -> words.of("trial.cell.didNotRun");
          case CellOutcome.NotTried _ -> words.of("trial.cell.notTried");
        },
        live && cell.runId().isPresent() ? cell.cost().shown() : "",
        cell.runId(),
        words.of("trial.run", row.name(), label),
        mark(column));
  }

  private List<String> why(CellOutcome outcome) {
    return switch (outcome) {
      case CellOutcome.Waits _, CellOutcome.Passed _ -> List.of();
      case CellOutcome.UnderWay(String held) -> held.isEmpty() ? List.of() : List.of(held);
      case CellOutcome.Failed(var _, List<Miss> misses) -> misses.stream().map(this::miss).toList();
      case CellOutcome.DidNotRun(String why, String hint) -> List.of(Visit.sentence(why, hint));
      case CellOutcome.NotTried(String why) -> List.of(why);
    };
  }

  private String miss(Miss miss) {
    String found = Visit.sentence(miss.found(), "");
    return words.of(
        switch (miss.of()) {
          case OUTCOME -> "trial.miss.outcome";
          case HOLDS -> "trial.miss.holds";
          case CHECK -> "trial.miss.check";
        },
        miss.sentence(),
        found);
  }

  private TrialPage.Cell rate(int column) {
    ColumnView view = trial.columns().get(column);
    boolean few = isLive(column) && new Wilson(view.passed(), view.judged()).isFew();
    return sum(
        column,
        view.judged() == 0 ? "–" : words.of("trial.rate", view.passed(), view.judged()),
        few && view.judged() > 0 ? words.count("trial.few", view.judged()) : "");
  }

  private TrialPage.Cell perRun(int column) {
    if (!isLive(column)) {
      return sum(column, free(), "");
    }
    List<CellView> judged = judged(column);
    Money cost = judged.stream().map(CellView::cost).reduce(Money.ZERO, Money::plus);
    return sum(
        column,
        judged.isEmpty() ? "–" : new Money(Math.ceilDiv(cost.picos(), judged.size())).shown(),
        "");
  }

  private TrialPage.Cell took(int column) {
    List<CellView> judged = judged(column);
    Duration took = judged.stream().map(CellView::took).reduce(Duration.ZERO, Duration::plus);
    return sum(column, judged.isEmpty() ? "–" : Numbers.took(took.dividedBy(judged.size())), "");
  }

  private TrialPage.Cell sum(int column, String text, String below) {
    return new TrialPage.Cell(
        trial.columns().get(column).column().label(),
        "",
        "",
        text,
        below,
        Optional.empty(),
        "",
        mark(column));
  }

  private List<CellView> judged(int column) {
    return trial.cells(column).stream().filter(cell -> cell.outcome().judged()).toList();
  }

  private boolean anyLive() {
    return trial.columns().stream().anyMatch(column -> column.column().isLive());
  }

  private boolean isLive(int column) {
    return trial.columns().get(column).column().isLive();
  }

  private String free() {
    return words.of("trial.free");
  }

  private String mark(int column) {
    return column == marked ? "marked" : "";
  }
}
