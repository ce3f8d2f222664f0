package dev.knowhow.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.knowhow.account.AuditTrail;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class LedgerStoreTest {
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final AtomicReference<ZoneId> zone = new AtomicReference<>(ZoneId.of("UTC"));
  private final Database database;
  private final Ledger ledger;

  LedgerStoreTest(Database database) {
    this.database = database;
    Ids ids = new Ids();
    AuditTrail audit = new AuditTrail(database, clock, ids);
    ledger = new Ledger(database, audit, zone::get, clock, ids);
  }

  @Test
  void holdsWhatWasReservedAndCountsWhatWasCharged() {
    Reservation reservation = reserve("run-1", "tool-1", Money.cents(40));
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.cents(40));
    assertThat(ledger.thisMonth().spent()).isEqualTo(Money.ZERO);

    settle(reservation, Calls.row(1_000, 500));

    MonthSpend month = ledger.thisMonth();
    assertThat(month.held()).isEqualTo(Money.ZERO);
    assertThat(month.spent()).isEqualTo(Money.ofDollars("0.0105"));
    assertThat(month.left()).isEqualTo(Money.ofDollars("9.9895"));
    assertThat(ledger.run("run-1"))
        .isEqualTo(new RunSpend("run-1", Money.ofDollars("0.0105"), Money.ZERO, 1));
  }

  @Test
  void freesWhatWasNeverCalled() {
    Reservation reservation = reserve("run-1", "tool-1", Money.cents(40));
    database.write(handle -> {
      ledger.free(handle, reservation);
      return true;
    });
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.ZERO);
    assertThat(ledger.chargesOf("run-1")).isEmpty();
    assertThat(ledger.toolsThisMonth()).isEmpty();
  }

  @Test
  void aReservationEndsOnce() {
    Reservation reservation = reserve("run-1", "tool-1", Money.cents(40));
    settle(reservation, Calls.row(1_000, 500));
    assertThatIllegalStateException().isThrownBy(() -> settle(reservation, Calls.row(1_000, 500)));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            database.write(handle -> {
              ledger.lost(handle, reservation);
              return true;
            }));
    assertThat(ledger.thisMonth().spent()).isEqualTo(Money.ofDollars("0.0105"));
    assertThat(ledger.chargesOf("run-1")).hasSize(1);
  }

  @Test
  void aTransactionThatFailsLeavesTheReservationAsItWas() {
    Reservation reservation = reserve("run-1", "tool-1", Money.cents(40));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            database.write(handle -> {
              ledger.settle(handle, reservation, Calls.row(1_000, 500));
              throw new IllegalStateException("the journal could not be written");
            }));
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.cents(40));
    assertThat(ledger.chargesOf("run-1")).isEmpty();
    settle(reservation, Calls.row(1_000, 500));
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.ZERO);
  }

  @Test
  void aLostCallIsChargedWithTheMostItCanHaveCost() {
    reserve("run-1", "tool-1", Money.cents(40));
    database.write(handle -> {
      List<Reservation> open = ledger.openOf(handle, "run-1");
      open.forEach(reservation -> ledger.lost(handle, reservation));
      return open.size();
    });
    MonthSpend month = ledger.thisMonth();
    assertThat(month.spent()).isEqualTo(Money.cents(40));
    assertThat(month.unknown()).isEqualTo(Money.cents(40));
    assertThat(month.held()).isEqualTo(Money.ZERO);
    assertThat(ledger.chargesOf("run-1"))
        .singleElement()
        .satisfies(charge -> {
          assertThat(charge.outcome()).isEqualTo(Outcome.UNKNOWN);
          assertThat(charge.shown()).isEqualTo("outcome unknown, at most 40¢");
        });
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void givesUpTheCallsOfAProcessThatIsLongGoneAndNoOthers() {
    reserve("test-1", "", Money.cents(40));
    clock.pass(Duration.ofHours(1));
    Reservation young = reserve("run-2", "tool-1", Money.cents(30));
    assertThat(ledger.giveUpOlderThan(Duration.ofHours(1))).isZero();
    clock.pass(Duration.ofMillis(1));
    assertThat(ledger.giveUpOlderThan(Duration.ofHours(1))).isEqualTo(1);
    assertThat(ledger.open()).containsExactly(young);
    assertThat(ledger.thisMonth().unknown()).isEqualTo(Money.cents(40));
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.cents(30));
  }

  @Test
  void aChargeTellsItsUsageItsPriceAndWhatWasExpected() {
    Reservation reservation = reserve("run-1", "tool-1", Money.cents(40));
    clock.set("2026-11-24T08:00:07Z");
    Usage usage = new Usage(1, 2, 3, 4, 5, 6);
    settle(reservation, ChargeRow.of(usage, true, Calls.PRICE, Outcome.CUT_SHORT));
    assertThat(ledger.chargesOf("run-1"))
        .containsExactly(
            new Charge(
                reservation,
                usage,
                true,
                Calls.PRICE.rates(),
                "a test",
                Calls.PRICE.cost(usage),
                Outcome.CUT_SHORT,
                clock.instant()));
  }

  @Test
  void refusesACostThatIsNotWhatUsageAndPriceMake() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ChargeRow(Usage.of(1, 1), false, Calls.PRICE, Money.ZERO, Outcome.ANSWERED));
  }

  @Test
  void chargesTheTruthEvenWhereItIsMoreThanWasSetAside() {
    settle(reserve("run-1", "tool-1", new Money(1)), Calls.row(1_000_000, 0));
    assertThat(ledger.thisMonth().spent()).isEqualTo(Money.dollars(3));
    assertThat(ledger.reserve(Calls.request("run-1", "tool-1", new Money(1))))
        .isInstanceOf(Reserving.OverBudget.class);
  }

  @Test
  void countsTheRunsOfAToolOnceEachAndTheirAverage() {
    settle(reserve("run-1", "tool-1", Money.cents(40)), Calls.row(1_000, 0));
    settle(reserve("run-1", "tool-1", Money.cents(40)), Calls.row(1_000, 0));
    settle(reserve("run-2", "tool-1", Money.cents(40)), Calls.row(2_000, 0));
    settle(reserve("run-3", "tool-2", Money.cents(40)), Calls.row(1_000, 0));
    settle(reserve("test-1", "", Money.cents(40)), Calls.row(1_000, 0));
    assertThat(ledger.toolsThisMonth())
        .containsExactly(
            new ToolSpend("tool-1", 2, Money.ofDollars("0.012")),
            new ToolSpend("tool-2", 1, Money.ofDollars("0.003")));
    assertThat(ledger.toolsThisMonth().getFirst().average()).isEqualTo(Money.ofDollars("0.006"));
    assertThat(ledger.thisMonth().spent()).isEqualTo(Money.ofDollars("0.018"));
  }

  @Test
  void theMonthBeginsInTheTimeZoneOfTheWorkspace() {
    clock.set("2026-11-30T12:00:00Z");
    settle(reserve("run-1", "tool-1", Money.cents(40)), Calls.row(1_000, 0));
    assertThat(ledger.currentMonth()).isEqualTo(YearMonth.of(2026, 11));
    zone.set(ZoneId.of("Pacific/Kiritimati"));
    assertThat(ledger.thisMonth())
        .isEqualTo(
            new MonthSpend(
                YearMonth.of(2026, 12), Money.ZERO, Money.ZERO, Money.ZERO, Money.dollars(10)));
  }

  @Test
  void aCallThatEndsInTheNextMonthIsChargedToTheMonthThatHeldIt() {
    clock.set("2026-11-30T23:59:59Z");
    Reservation reservation = reserve("run-1", "tool-1", Money.cents(40));
    clock.set("2026-12-01T00:00:01Z");
    settle(reservation, Calls.row(1_000, 0));
    assertThat(ledger.thisMonth().spent()).isEqualTo(Money.ZERO);
    clock.set("2026-11-30T23:59:59Z");
    assertThat(ledger.thisMonth().spent()).isEqualTo(Money.ofDollars("0.003"));
    assertThat(ledger.thisMonth().held()).isEqualTo(Money.ZERO);
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
