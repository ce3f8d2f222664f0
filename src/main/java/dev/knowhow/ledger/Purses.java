package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import dev.knowhow.store.Database;
import org.jdbi.v3.core.Handle;

/// Purses: a cap that several runs share, beside the budgets that every run has. What is charged to
/// these runs and what is held for their calls never exceed it together, whatever number of them
/// runs at once; the [Ledger] sees to that. Thread-safe.
public final class Purses {
  private final Database database;
  private final PurseStore store = new PurseStore();

  /// The purses kept in `database`.
  public Purses(Database database) {
    this.database = database;
  }

  /// Makes a purse, in the transaction of the caller.
  public void open(Handle handle, String id, Money cap) {
    store.open(handle, id, cap);
  }

  /// Pays a run and all runs that it uses from a purse, in the transaction that writes the run.
  ///
  /// @param runId a run that no other run uses
  public void pay(Handle handle, String runId, String purseId) {
    store.pay(handle, runId, purseId);
  }

  /// Where a purse stands.
  ///
  /// @throws IllegalArgumentException when there is none of this id
  public PurseSpend of(String id) {
    return database
        .read(handle -> store.find(handle, id))
        .orElseThrow(() -> new IllegalArgumentException("no purse " + id));
  }
}
