package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import dev.knowhow.store.Sql;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The running totals: a row for each month, run, and tool in a month, and the caps.
final class TotalStore {
  private static final Sql CAP = Sql.of("SELECT cap_picos FROM caps WHERE kind = :kind");
  private static final Sql SET_CAP = Sql.of("UPDATE caps SET cap_picos = :cap WHERE kind = :kind");
  private static final Sql HOLD_IN_MONTH =
      Sql.of(
          """
          INSERT INTO month_totals (month, spent_picos, held_picos, unknown_picos)
          SELECT :month, 0, :picos, 0 FROM caps WHERE kind = 'MONTH' AND :picos <= cap_picos
          ON CONFLICT (month) DO UPDATE
          SET held_picos = month_totals.held_picos + excluded.held_picos
          WHERE excluded.held_picos <= (SELECT cap_picos FROM caps WHERE kind = 'MONTH')
            - month_totals.spent_picos - month_totals.held_picos
          """);
  private static final Sql HOLD_IN_RUN =
      Sql.of(
          """
          INSERT INTO run_totals (run_id, spent_picos, held_picos, charges)
          SELECT :runId, 0, :picos, 0 FROM caps WHERE kind = 'RUN' AND :picos <= cap_picos
          ON CONFLICT (run_id) DO UPDATE
          SET held_picos = run_totals.held_picos + excluded.held_picos
          WHERE excluded.held_picos <= (SELECT cap_picos FROM caps WHERE kind = 'RUN')
            - run_totals.spent_picos - run_totals.held_picos
          """);
  private static final Sql HOLD_INSIDE =
      Sql.of(
          """
          INSERT INTO run_totals (run_id, spent_picos, held_picos, charges)
          VALUES (:runId, 0, :picos, 0) ON CONFLICT (run_id) DO UPDATE
          SET held_picos = run_totals.held_picos + excluded.held_picos
          """);
  private static final Sql END_IN_MONTH =
      Sql.of(
          """
          UPDATE month_totals SET held_picos = held_picos - :held,
            spent_picos = spent_picos + :spent, unknown_picos = unknown_picos + :unknown
          WHERE month = :month
          """);
  private static final Sql END_IN_RUN =
      Sql.of(
          """
          UPDATE run_totals SET held_picos = held_picos - :held,
            spent_picos = spent_picos + :spent, charges = charges + :charges
          WHERE run_id = :runId RETURNING charges
          """);
  private static final Sql SPEND_IN_TOOL =
      Sql.of(
          """
          INSERT INTO tool_months (tool_id, month, runs, spent_picos)
          VALUES (:toolId, :month, :runs, :picos)
          ON CONFLICT (tool_id, month) DO UPDATE
          SET runs = tool_months.runs + excluded.runs,
            spent_picos = tool_months.spent_picos + excluded.spent_picos
          """);
  private static final Sql MONTH =
      Sql.of(
          "SELECT spent_picos, held_picos, unknown_picos FROM month_totals WHERE month = :month");
  private static final Sql RUN =
      Sql.of("SELECT spent_picos, held_picos, charges FROM run_totals WHERE run_id = :runId");
  private static final Sql TOOLS =
      Sql.of(
          "SELECT tool_id, runs, spent_picos FROM tool_months WHERE month = :month ORDER BY tool_id");

  Caps caps(Handle handle) {
    return new Caps(cap(handle, Budget.RUN), cap(handle, Budget.MONTH));
  }

  private static Money cap(Handle handle, Budget budget) {
    return new Money(CAP.on(handle).bind("kind", budget.name()).number());
  }

  void setCaps(Handle handle, Caps caps) {
    setCap(handle, Budget.RUN, caps.perRun());
    setCap(handle, Budget.MONTH, caps.perMonth());
  }

  private static void setCap(Handle handle, Budget budget, Money cap) {
    SET_CAP.on(handle).bind("kind", budget.name()).bind("cap", cap.picos()).execute();
  }

  /// Sets money aside in a month's budget, and says whether it was free there.
  boolean holdInMonth(Handle handle, YearMonth month, long picos) {
    return HOLD_IN_MONTH.on(handle).bind("month", month.toString()).bind("picos", picos).execute()
        == 1;
  }

  /// Sets money aside in a run's budget, and says whether it was free there.
  boolean holdInRun(Handle handle, String runId, long picos) {
    return HOLD_IN_RUN.on(handle).bind("runId", runId).bind("picos", picos).execute() == 1;
  }

  /// Counts what a root holds for a run that it uses with that run as well.
  void holdInside(Handle handle, String runId, long picos) {
    HOLD_INSIDE.on(handle).bind("runId", runId).bind("picos", picos).execute();
  }

  /// Lets go what a month holds for a call, and adds what the call cost.
  void endInMonth(Handle handle, YearMonth month, Ended ended) {
    END_IN_MONTH
        .on(handle)
        .bind("month", month.toString())
        .bind("held", ended.held())
        .bind("spent", ended.spent())
        .bind("unknown", ended.unknown())
        .execute();
  }

  /// Lets go what a run holds for a call, adds what the call cost, and says how many charges of its
  /// own the run has by now.
  long endInRun(Handle handle, String runId, Ended ended, int charges) {
    return END_IN_RUN
        .on(handle)
        .bind("runId", runId)
        .bind("held", ended.held())
        .bind("spent", ended.spent())
        .bind("charges", charges)
        .number();
  }

  void spendInTool(Handle handle, Reservation reservation, long picos, long runs) {
    SPEND_IN_TOOL
        .on(handle)
        .bind("toolId", reservation.request().toolId())
        .bind("month", reservation.month().toString())
        .bind("runs", runs)
        .bind("picos", picos)
        .execute();
  }

  MonthSpend month(Handle handle, YearMonth month, Money cap) {
    return MONTH
        .on(handle)
        .bind("month", month.toString())
        .first(row ->
            new MonthSpend(
                month,
                new Money(row.getLong("spent_picos")),
                new Money(row.getLong("unknown_picos")),
                new Money(row.getLong("held_picos")),
                cap))
        .orElseGet(() -> new MonthSpend(month, Money.ZERO, Money.ZERO, Money.ZERO, cap));
  }

  RunSpend run(Handle handle, String runId) {
    return RUN.on(handle)
        .bind("runId", runId)
        .first(row ->
            new RunSpend(
                runId,
                new Money(row.getLong("spent_picos")),
                new Money(row.getLong("held_picos")),
                row.getLong("charges")))
        .orElseGet(() -> new RunSpend(runId, Money.ZERO, Money.ZERO, 0));
  }

  List<ToolSpend> tools(Handle handle, YearMonth month) {
    return TOOLS
        .on(handle)
        .bind("month", month.toString())
        .list(row ->
            new ToolSpend(
                row.getString("tool_id"),
                row.getLong("runs"),
                new Money(row.getLong("spent_picos"))));
  }
}
