package dev.knowhow.run;

import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.price.Money;
import dev.knowhow.store.Database;
import java.util.ArrayList;
import java.util.List;

/// What a run and all runs that it uses have been charged. Thread-safe.
final class Spending {
  private final Database database;
  private final Ledger ledger;
  private final RunStore runs = new RunStore();

  Spending(Database database, Ledger ledger) {
    this.database = database;
    this.ledger = ledger;
  }

  /// The charges of a run and of the runs below it.
  List<Charge> of(String runId) {
    List<Charge> all = new ArrayList<>(ledger.chargesOf(runId));
    for (RunStore.Row child : database.read(handle -> runs.usedBy(handle, runId))) {
      all.addAll(of(child.id()));
    }
    return all;
  }

  static Money known(List<Charge> charges) {
    return sum(charges.stream().filter(charge -> charge.outcome() != Outcome.UNKNOWN).toList());
  }

  static Money uncertain(List<Charge> charges) {
    return sum(charges.stream().filter(charge -> charge.outcome() == Outcome.UNKNOWN).toList());
  }

  static long tokens(List<Charge> charges) {
    return charges.stream().mapToLong(c -> c.usage().input() + c.usage().output()).sum();
  }

  static Money sum(List<Charge> charges) {
    return charges.stream().map(Charge::cost).reduce(Money.ZERO, Money::plus);
  }
}
