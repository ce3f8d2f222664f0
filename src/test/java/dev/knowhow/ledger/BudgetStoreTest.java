package dev.knowhow.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.account.AuditEntry;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Client;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class BudgetStoreTest {
  private static final Client NORTH = new Client("north", "North", Instant.EPOCH, Optional.empty());

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Database database;
  private final AuditTrail audit;
  private final Ledger ledger;

  BudgetStoreTest(Database database) {
    this.database = database;
    Ids ids = new Ids();
    audit = new AuditTrail(database, clock, ids);
    ledger =
        new Ledger(
            database,
            audit,
            () -> ZoneId.of("UTC"),
            clock,
            ids,
            (_, call) ->
                call.toolId().startsWith("north") ? Optional.of("north") : Optional.empty());
  }

  @Test
  void aNewInstallationStopsAtOneDollarARunAndTenAMonth() {
    assertThat(ledger.caps()).isEqualTo(Caps.AT_FIRST);
    assertThat(ledger.thisMonth().cap()).isEqualTo(Money.dollars(10));
  }

  @Test
  void allowsTheWholeCapAndNotAPicodollarMore() {
    reserve("run-1", "tool-1", new Money(Money.dollars(1).picos() - 1));
    Reserving one = ledger.reserve(Calls.request("run-1", "tool-1", new Money(2)));
    assertThat(one)
        .isEqualTo(
            new Reserving.OverBudget(
                Budget.RUN,
                Money.dollars(1),
                Money.ZERO,
                new Money(Money.dollars(1).picos() - 1),
                new Money(2),
                "The owner of this workspace"));
    reserve("run-1", "tool-1", new Money(1));
    assertThat(ledger.run("run-1").held()).isEqualTo(Money.dollars(1));
  }

  @Test
  void aRefusalSetsNothingAside() {
    ledger.changeCaps(Cast.ADA, new Caps(Money.dollars(1), Money.cents(50)));
    assertThat(ledger.reserve(Calls.request("run-1", "tool-1", Money.cents(51))))
        .isInstanceOf(Reserving.OverBudget.class);
    assertThat(ledger.reserve(Calls.request("run-1", "tool-1", Money.dollars(2))))
        .isInstanceOf(Reserving.OverBudget.class);
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.ZERO);
    assertThat(ledger.run("run-1").held()).isEqualTo(Money.ZERO);
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void refusesTheLargestAmountWithoutOverflowing() {
    reserve("run-1", "tool-1", Money.cents(1));
    assertThat(ledger.reserve(Calls.request("run-1", "tool-1", new Money(Long.MAX_VALUE))))
        .isInstanceOf(Reserving.OverBudget.class);
  }

  @Test
  void saysWhichBudgetStopsACallAndWhoCanRaiseIt() {
    ledger.changeCaps(Cast.ADA, new Caps(Money.dollars(5), Money.dollars(2)));
    settle(reserve("run-1", "tool-1", Money.dollars(1)), Calls.row(100_000, 0));
    reserve("run-2", "tool-1", Money.dollars(1));
    Reserving refused = ledger.reserve(Calls.request("run-3", "tool-1", Money.dollars(1)));
    assertThat(refused).isInstanceOf(Reserving.OverBudget.class);
    Problem problem = ((Reserving.OverBudget) refused).problem();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.OVER_BUDGET);
    assertThat(problem.what())
        .isEqualTo(
            "This call could cost $1, but the budget of this month is $2, of which 30¢ is spent and"
                + " $1 is set aside for calls on their way.");
    assertThat(problem.hint())
        .isEqualTo(
            "The owner of this workspace can raise it in Settings, Budget. It begins anew next"
                + " month.");
  }

  @Test
  void aLowerCapHoldsFromTheNextCallOn() {
    reserve("run-1", "tool-1", Money.cents(40));
    ledger.changeCaps(Cast.ADA, new Caps(Money.cents(10), Money.cents(10)));
    assertThat(ledger.reserve(Calls.request("run-2", "tool-1", new Money(1))))
        .isInstanceOf(Reserving.OverBudget.class);
    assertThat(ledger.thisMonth().left()).isEqualTo(Money.ZERO);
  }

  @Test
  void onlyAnOwnerChangesABudgetAndTheTrailSaysSo() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> ledger.changeCaps(Cast.CLEO, Caps.AT_FIRST))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED));
    ledger.changeCaps(Cast.ADA, new Caps(Money.dollars(2), Money.dollars(50)));
    assertThat(ledger.caps()).isEqualTo(new Caps(Money.dollars(2), Money.dollars(50)));
    assertThat(audit.newest(Cast.ADA, 10))
        .extracting(AuditEntry::what)
        .containsExactly("set the budget to $2 for a run and $50 for a month");
  }

  @Test
  void aClientStopsAtItsOwnCapAndOthersDoNot() {
    ledger.changeClientCap(Cast.ADA, NORTH, Optional.of(Money.cents(50)));
    settle(reserve("run-1", "north-1", Money.cents(40)), Calls.row(100_000, 0));
    reserve("run-2", "north-2", Money.cents(20));
    Reserving refused = ledger.reserve(Calls.request("run-3", "north-1", new Money(1)));
    assertThat(refused).isInstanceOf(Reserving.OverBudget.class);
    Problem problem = ((Reserving.OverBudget) refused).problem();
    assertThat(problem.what())
        .contains("the budget of this client for this month is 50¢, of which 30¢ is spent");
    assertThat(problem.hint()).contains("Settings, Clients. It begins anew next month.");
    reserve("run-4", "tool-1", Money.cents(40));
    assertThat(ledger.clientThisMonth("north"))
        .isEqualTo(
            new ClientSpend(
                "north", Money.cents(30), Money.cents(20), Optional.of(Money.cents(50))));
    ledger.changeClientCap(Cast.ADA, NORTH, Optional.empty());
    reserve("run-3", "north-1", new Money(1));
  }

  @Test
  void aCallThatTheRunsCapRefusesIsNotHeldForTheClient() {
    ledger.changeClientCap(Cast.ADA, NORTH, Optional.of(Money.dollars(5)));
    assertThat(ledger.reserve(Calls.request("run-1", "north-1", Money.dollars(2))))
        .isInstanceOfSatisfying(
            Reserving.OverBudget.class, over -> assertThat(over.budget()).isEqualTo(Budget.RUN));
    assertThat(ledger.clientThisMonth("north").held()).isEqualTo(Money.ZERO);
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.ZERO);
  }

  @Test
  void aCallKeepsTheClientItWasReservedFor() {
    Reservation made = reserve("run-1", "north-1", Money.cents(10));
    assertThat(ledger.open()).containsExactly(made);
    database.write(handle -> {
      ledger.lost(handle, made);
      return true;
    });
    assertThat(ledger.clientThisMonth("north"))
        .isEqualTo(new ClientSpend("north", Money.cents(10), Money.ZERO, Optional.empty()));
    assertThat(ledger.chargesOf("run-1"))
        .extracting(charge -> charge.reservation().clientId())
        .containsExactly(Optional.of("north"));
  }

  @Test
  void onlyAnOwnerChangesAClientsBudgetAndTheTrailSaysSo() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> ledger.changeClientCap(Cast.CLEO, NORTH, Optional.empty()))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED));
    ledger.changeClientCap(Cast.ADA, NORTH, Optional.of(Money.dollars(2)));
    assertThat(audit.newest(Cast.ADA, 10))
        .extracting(AuditEntry::what)
        .containsExactly("set the budget of North to $2 a month");
  }

  @Test
  void saysWhenABudgetIsNear() {
    assertThat(ledger.thisMonth().near()).isFalse();
    ledger.changeCaps(Cast.ADA, new Caps(Money.dollars(1), Money.cents(50)));
    reserve("run-1", "tool-1", Money.cents(40));
    assertThat(ledger.thisMonth().near()).isTrue();
  }

  private Reservation reserve(String run, String tool, Money atMost) {
    Reserving reserving = ledger.reserve(Calls.request(run, tool, atMost));
    assertThat(reserving).isInstanceOf(Reserving.Reserved.class);
    return ((Reserving.Reserved) reserving).reservation();
  }

  private void settle(Reservation reservation, ChargeRow row) {
    database.write(handle -> {
      ledger.settle(handle, reservation, row);
      return true;
    });
  }
}
