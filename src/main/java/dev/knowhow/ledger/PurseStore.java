package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import dev.knowhow.store.Sql;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Caps that several runs share: which runs are paid from which purse, and what of it is paid and
/// held. Every method works inside the caller's transaction.
final class PurseStore {
  private static final Sql OPEN =
      Sql.of(
          """
          INSERT INTO purses (id, cap_picos, spent_picos, held_picos) VALUES (:id, :cap, 0, 0)
          """);
  private static final Sql PAY =
      Sql.of("INSERT INTO purse_runs (run_id, purse_id) VALUES (:runId, :purseId)");
  private static final Sql OF_RUN = Sql.of("SELECT purse_id FROM purse_runs WHERE run_id = :runId");
  private static final Sql HOLD =
      Sql.of(
          """
          UPDATE purses SET held_picos = held_picos + :picos
          WHERE id = :id AND :picos <= cap_picos - spent_picos - held_picos
          """);
  private static final Sql END =
      Sql.of(
          """
          UPDATE purses SET held_picos = held_picos - :held, spent_picos = spent_picos + :spent
          WHERE id = (SELECT purse_id FROM purse_runs WHERE run_id = :runId)
          """);
  private static final Sql ONE =
      Sql.of("SELECT id, cap_picos, spent_picos, held_picos FROM purses WHERE id = :id");

  void open(Handle handle, String id, Money cap) {
    OPEN.on(handle).bind("id", id).bind("cap", cap.picos()).execute();
  }

  void pay(Handle handle, String runId, String purseId) {
    PAY.on(handle).bind("runId", runId).bind("purseId", purseId).execute();
  }

  /// The purse that a run which a person started is paid from.
  Optional<String> ofRun(Handle handle, String runId) {
    return OF_RUN.on(handle).bind("runId", runId).first(row -> row.getString(1));
  }

  boolean hold(Handle handle, String id, long picos) {
    return HOLD.on(handle).bind("id", id).bind("picos", picos).execute() == 1;
  }

  /// Lets go what was held for a call of a run and pays what it cost, where it is paid from a
  /// purse.
  void end(Handle handle, String runId, Ended ended) {
    END.on(handle)
        .bind("runId", runId)
        .bind("held", ended.held())
        .bind("spent", ended.spent())
        .execute();
  }

  Optional<PurseSpend> find(Handle handle, String id) {
    return ONE.on(handle)
        .bind("id", id)
        .first(row ->
            new PurseSpend(
                row.getString("id"),
                new Money(row.getLong("cap_picos")),
                new Money(row.getLong("spent_picos")),
                new Money(row.getLong("held_picos"))));
  }
}
