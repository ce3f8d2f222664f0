package dev.knowhow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.AuditTrail;
import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Runs that are paid from one purse never pass its cap together.
@OnBothDatabases
class PurseStoreTest {
  private static final String PURSE = "trial";

  private final Database database;
  private final Ledger ledger;
  private final Purses purses;

  PurseStoreTest(Database database) {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    this.database = database;
    this.ledger =
        new Ledger(
            database,
            new AuditTrail(database, clock, new Ids()),
            () -> ZoneOffset.UTC,
            clock,
            new Ids());
    this.purses = new Purses(database);
  }

  @BeforeEach
  void open() {
    database.write(handle -> {
      purses.open(handle, PURSE, Money.cents(10));
      for (int run = 0; run < 20; run++) {
        purses.pay(handle, "run" + run, PURSE);
      }
      return true;
    });
  }

  @Test
  void holdsNoMoreThanTheCapForManyRunsAtOnce() throws Exception {
    List<Callable<Reserving>> calls = new ArrayList<>();
    for (int run = 0; run < 20; run++) {
      String id = "run" + run;
      calls.add(() -> ledger.reserve(call(id, id, 3)));
    }
    List<Reserving> came = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reserving> one : threads.invokeAll(calls)) {
        came.add(one.get());
      }
    }
    assertThat(came).filteredOn(Reserving.Reserved.class::isInstance).hasSize(3);
    assertThat(purses.of(PURSE).held()).isEqualTo(Money.cents(9));
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.cents(9));
    assertThat(came)
        .filteredOn(Reserving.OverBudget.class::isInstance)
        .allSatisfy(one -> {
          Reserving.OverBudget over = (Reserving.OverBudget) one;
          assertThat(over.budget()).isEqualTo(Budget.PURSE);
          assertThat(Budget.PURSE.refused(over.problem())).isTrue();
          assertThat(Budget.RUN.refused(over.problem())).isFalse();
        });
  }

  @Test
  void isPaidByTheRunsThatARunUsesAndGetsBackWhatWasHeldTooMuch() {
    Reservation inner = reserved(call("inner", "run1", 8));
    database.write(handle -> {
      ledger.lost(handle, inner);
      return true;
    });
    assertThat(purses.of(PURSE).spent()).isEqualTo(Money.cents(8));
    assertThat(purses.of(PURSE).held()).isEqualTo(Money.ZERO);
    Reservation last = reserved(call("run2", "run2", 2));
    assertThat(purses.of(PURSE).left()).isEqualTo(Money.ZERO);
    database.write(handle -> {
      ledger.free(handle, last);
      return true;
    });
    assertThat(purses.of(PURSE).left()).isEqualTo(Money.cents(2));
  }

  @Test
  void refusalsOfTheRunsOwnBudgetGiveThePurseBackItsMoney() {
    database.write(handle -> {
      purses.open(handle, "rich", Money.dollars(5));
      purses.pay(handle, "other", "rich");
      return true;
    });
    assertThat(ledger.reserve(call("other", "other", 101)))
        .isInstanceOfSatisfying(
            Reserving.OverBudget.class, over -> assertThat(over.budget()).isEqualTo(Budget.RUN));
    assertThat(purses.of("rich").held()).isEqualTo(Money.ZERO);
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.ZERO);
  }

  @Test
  void otherRunsArePaidAsEver() {
    reserved(call("free", "free", 50));
    assertThat(purses.of(PURSE).held()).isEqualTo(Money.ZERO);
  }

  private Reservation reserved(ReserveRequest request) {
    return ((Reserving.Reserved) ledger.reserve(request)).reservation();
  }

  private static ReserveRequest call(String run, String root, long cents) {
    return new ReserveRequest(
        run,
        root,
        "letter",
        1,
        "tool",
        1,
        "ada",
        new ModelRef("fake", "model"),
        Money.cents(cents));
  }
}
