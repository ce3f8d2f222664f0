package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The running totals: a row for each month, run, and tool in a month, and the caps.
final class TotalStore {
  private static final String CAP = "SELECT cap_picos FROM caps WHERE kind = :kind";
  private static final String SET_CAP = "UPDATE caps SET cap_picos = :cap WHERE kind = :kind";
  private static final String OPEN_MONTH =
      """
      INSERT INTO month_totals (month, spent_picos, held_picos, unknown_picos)
      VALUES (:month, 0, 0, 0) ON CONFLICT (month) DO NOTHING
      """;
  private static final String OPEN_RUN =
      """
      INSERT INTO run_totals (run_id, spent_picos, held_picos, charges)
      VALUES (:runId, 0, 0, 0) ON CONFLICT (run_id) DO NOTHING
      """;
  private static final String HOLD_IN_MONTH =
      """
      UPDATE month_totals SET held_picos = held_picos + :picos
      WHERE month = :month AND :picos <= :cap - spent_picos - held_picos
      """;
  private static final String HOLD_IN_RUN =
      """
      UPDATE run_totals SET held_picos = held_picos + :picos
      WHERE run_id = :runId AND :picos <= :cap - spent_picos - held_picos
      """;
  private static final String HOLD_INSIDE =
      "UPDATE run_totals SET held_picos = held_picos + :picos WHERE run_id = :runId";
  private static final String SPEND_INSIDE =
      "UPDATE run_totals SET spent_picos = spent_picos + :picos WHERE run_id = :runId";
  private static final String LET_GO_IN_MONTH =
      "UPDATE month_totals SET held_picos = held_picos - :picos WHERE month = :month";
  private static final String LET_GO_IN_RUN =
      "UPDATE run_totals SET held_picos = held_picos - :picos WHERE run_id = :runId";
  private static final String SPEND_IN_MONTH =
      """
      UPDATE month_totals SET spent_picos = spent_picos + :picos,
        unknown_picos = unknown_picos + :unknown
      WHERE month = :month
      """;
  private static final String SPEND_IN_RUN =
      """
      UPDATE run_totals SET spent_picos = spent_picos + :picos, charges = charges + 1
      WHERE run_id = :runId RETURNING charges
      """;
  private static final String SPEND_IN_TOOL =
      """
      INSERT INTO tool_months (tool_id, month, runs, spent_picos)
      VALUES (:toolId, :month, :runs, :picos)
      ON CONFLICT (tool_id, month) DO UPDATE
      SET runs = tool_months.runs + excluded.runs,
        spent_picos = tool_months.spent_picos + excluded.spent_picos
      """;
  private static final String MONTH =
      "SELECT spent_picos, held_picos, unknown_picos FROM month_totals WHERE month = :month";
  private static final String RUN =
      "SELECT spent_picos, held_picos, charges FROM run_totals WHERE run_id = :runId";
  private static final String TOOLS =
      "SELECT tool_id, runs, spent_picos FROM tool_months WHERE month = :month ORDER BY tool_id";

  Caps caps(Handle handle) {
    return new Caps(cap(handle, Budget.RUN), cap(handle, Budget.MONTH));
  }

  private static Money cap(Handle handle, Budget budget) {
    return new Money(handle.createQuery(CAP).bind("kind", budget.name()).mapTo(Long.class).one());
  }

  void setCaps(Handle handle, Caps caps) {
    setCap(handle, Budget.RUN, caps.perRun());
    setCap(handle, Budget.MONTH, caps.perMonth());
  }

  private static void setCap(Handle handle, Budget budget, Money cap) {
    handle.createUpdate(SET_CAP).bind("kind", budget.name()).bind("cap", cap.picos()).execute();
  }

  void open(Handle handle, Reservation wanted) {
    handle.createUpdate(OPEN_MONTH).bind("month", wanted.month().toString()).execute();
    handle.createUpdate(OPEN_RUN).bind("runId", wanted.request().runId()).execute();
    if (wanted.request().isInner()) {
      handle.createUpdate(OPEN_RUN).bind("runId", wanted.request().rootRunId()).execute();
    }
  }

  boolean holdInMonth(Handle handle, YearMonth month, long picos, Money cap) {
    return handle
            .createUpdate(HOLD_IN_MONTH)
            .bind("month", month.toString())
            .bind("picos", picos)
            .bind("cap", cap.picos())
            .execute()
        == 1;
  }

  boolean holdInRun(Handle handle, String runId, long picos, Money cap) {
    return handle
            .createUpdate(HOLD_IN_RUN)
            .bind("runId", runId)
            .bind("picos", picos)
            .bind("cap", cap.picos())
            .execute()
        == 1;
  }

  /// Counts what a root holds for a run that it uses with that run as well.
  void holdInside(Handle handle, String runId, long picos) {
    handle.createUpdate(HOLD_INSIDE).bind("runId", runId).bind("picos", picos).execute();
  }

  /// Adds what a run spent to the run that uses it, whose own charges it is none of.
  void spendForInner(Handle handle, String rootRunId, long picos) {
    handle.createUpdate(SPEND_INSIDE).bind("runId", rootRunId).bind("picos", picos).execute();
  }

  void letGoInMonth(Handle handle, YearMonth month, long picos) {
    handle
        .createUpdate(LET_GO_IN_MONTH)
        .bind("month", month.toString())
        .bind("picos", picos)
        .execute();
  }

  void letGoInRun(Handle handle, String runId, long picos) {
    handle.createUpdate(LET_GO_IN_RUN).bind("runId", runId).bind("picos", picos).execute();
  }

  void spendInMonth(Handle handle, YearMonth month, long picos, long unknown) {
    handle
        .createUpdate(SPEND_IN_MONTH)
        .bind("month", month.toString())
        .bind("picos", picos)
        .bind("unknown", unknown)
        .execute();
  }

  /// Adds a charge to a run and says whether it was the run's first.
  boolean spendInRun(Handle handle, String runId, long picos) {
    return handle
            .createQuery(SPEND_IN_RUN)
            .bind("runId", runId)
            .bind("picos", picos)
            .mapTo(Long.class)
            .one()
        == 1;
  }

  void spendInTool(Handle handle, Reservation reservation, long picos, long runs) {
    handle
        .createUpdate(SPEND_IN_TOOL)
        .bind("toolId", reservation.request().toolId())
        .bind("month", reservation.month().toString())
        .bind("runs", runs)
        .bind("picos", picos)
        .execute();
  }

  MonthSpend month(Handle handle, YearMonth month, Money cap) {
    return handle
        .createQuery(MONTH)
        .bind("month", month.toString())
        .map((row, _) ->
            new MonthSpend(
                month,
                new Money(row.getLong("spent_picos")),
                new Money(row.getLong("unknown_picos")),
                new Money(row.getLong("held_picos")),
                cap))
        .findOne()
        .orElseGet(() -> new MonthSpend(month, Money.ZERO, Money.ZERO, Money.ZERO, cap));
  }

  RunSpend run(Handle handle, String runId) {
    return handle
        .createQuery(RUN)
        .bind("runId", runId)
        .map((row, _) ->
            new RunSpend(
                runId,
                new Money(row.getLong("spent_picos")),
                new Money(row.getLong("held_picos")),
                row.getLong("charges")))
        .findOne()
        .orElseGet(() -> new RunSpend(runId, Money.ZERO, Money.ZERO, 0));
  }

  List<ToolSpend> tools(Handle handle, YearMonth month) {
    return handle
        .createQuery(TOOLS)
        .bind("month", month.toString())
        .map((row, _) ->
            new ToolSpend(
                row.getString("tool_id"),
                row.getLong("runs"),
                new Money(row.getLong("spent_picos"))))
        .list();
  }
}
