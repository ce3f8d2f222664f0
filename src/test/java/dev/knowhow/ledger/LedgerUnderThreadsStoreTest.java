package dev.knowhow.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.Client;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class LedgerUnderThreadsStoreTest {
  private static final int THREADS = 64;
  private static final int CALLS_EACH = 6;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Ids ids = new Ids();
  private final Database database;
  private final AuditTrail audit;
  private final Ledger ledger;

  LedgerUnderThreadsStoreTest(Database database) {
    this.database = database;
    audit = new AuditTrail(database, clock, ids);
    ledger =
        new Ledger(
            database, audit, () -> ZoneId.of("UTC"), clock, ids, (_, call) -> of(call.toolId()));
  }

  /// Three clients have some of the tools; the rest belong to the workspace.
  private static Optional<String> of(String tool) {
    int client = tool.hashCode() & 3;
    return client == 0 ? Optional.empty() : Optional.of("client-" + client);
  }

  /// As many calls fit as the cap holds, and exactly those get in.
  @Test
  void neitherOvershootsNorRefusesWhatFits() throws Exception {
    long each = 7_000_000_003L;
    int fit = 100;
    Money cap = new Money(each * fit + each - 1);
    ledger.changeCaps(Cast.ADA, new Caps(Money.dollars(1000), cap));
    AtomicLong reserved = new AtomicLong();
    together(thread -> {
      for (int call = 0; call < CALLS_EACH; call++) {
        Reserving came =
            ledger.reserve(Calls.request("run-" + thread % 8, "tool-1", new Money(each)));
        if (came instanceof Reserving.Reserved) {
          reserved.incrementAndGet();
        }
      }
    });
    assertThat(reserved).hasValue(fit);
    assertThat(ledger.thisMonth().held()).isEqualTo(new Money(each * fit));
    assertThat(ledger.open()).hasSize(fit);
  }

  /// As many calls of a client's tools fit as its cap holds, whatever the workspace allows, and
  /// what a client's budget refuses is held nowhere.
  @Test
  void aClientNeitherOvershootsNorIsRefusedWhatFits() throws Exception {
    long each = 7_000_000_003L;
    int fit = 50;
    Money cap = new Money(each * fit + each - 1);
    ledger.changeCaps(Cast.ADA, new Caps(Money.dollars(1000), Money.dollars(1000)));
    Client north = new Client("north", "North", Instant.EPOCH, Optional.empty());
    Ledger ofNorth = ofOneClient(north);
    ofNorth.changeClientCap(Cast.ADA, north, Optional.of(cap));
    AtomicLong reserved = new AtomicLong();
    together(thread -> {
      for (int call = 0; call < CALLS_EACH; call++) {
        Reserving came =
            ofNorth.reserve(Calls.request("run-" + thread, "tool-" + thread, new Money(each)));
        switch (came) {
          case Reserving.Reserved(Reservation reservation) -> {
            reserved.incrementAndGet();
            assertThat(reservation.clientId()).contains("north");
          }
          case Reserving.OverBudget over -> {
            assertThat(over.budget()).isEqualTo(Budget.CLIENT);
            assertThat(over.cap()).isEqualTo(cap);
          }
        }
      }
    });
    assertThat(reserved).hasValue(fit);
    Money held = new Money(each * fit);
    assertThat(ofNorth.clientThisMonth("north"))
        .isEqualTo(new ClientSpend("north", Money.ZERO, held, Optional.of(cap)));
    assertThat(ofNorth.thisMonth().held()).isEqualTo(held);
    assertThat(sum("SELECT held_picos FROM run_totals")).isEqualTo(held);
  }

  private Ledger ofOneClient(Client client) {
    return new Ledger(
        database, audit, () -> ZoneId.of("UTC"), clock, ids, (_, _) -> Optional.of(client.id()));
  }

  /// Random calls of 64 threads, each ending in one of the three ways: at every moment spent and
  /// held stay within the cap, and at the end every picodollar is accounted for.
  @RepeatedTest(3)
  void everyPicodollarIsAccountedFor(RepetitionInfo repetition) throws Exception {
    Money cap = Money.ofDollars("0.1");
    ledger.changeCaps(Cast.ADA, new Caps(Money.ofDollars("0.03"), cap));
    Money clientCap = Money.ofDollars("0.025");
    for (int i = 1; i <= 3; i++) {
      Client client = new Client("client-" + i, "Client", Instant.EPOCH, Optional.empty());
      ledger.changeClientCap(Cast.ADA, client, i == 3 ? Optional.empty() : Optional.of(clientCap));
    }
    AtomicLong spent = new AtomicLong();
    AtomicLong lost = new AtomicLong();
    together(thread -> {
      Random random = new Random(repetition.getCurrentRepetition() * 1000L + thread);
      for (int call = 0; call < CALLS_EACH; call++) {
        oneCall(random, "run-" + random.nextInt(12), spent, lost);
        MonthSpend month = ledger.thisMonth();
        assertThat(month.spent().plus(month.held())).isLessThanOrEqualTo(cap);
        for (ClientSpend client : ledger.clientsThisMonth()) {
          assertThat(client.spent().plus(client.held()))
              .isLessThanOrEqualTo(client.cap().orElse(cap));
        }
      }
    });
    MonthSpend month = ledger.thisMonth();
    assertThat(month.held()).isEqualTo(Money.ZERO);
    assertThat(month.spent()).isEqualTo(new Money(spent.get() + lost.get()));
    assertThat(month.unknown()).isEqualTo(new Money(lost.get()));
    assertThat(ledger.open()).isEmpty();
    assertThat(sumOfCharges()).isEqualTo(month.spent());
    assertThat(sumOfRuns()).isEqualTo(month.spent());
    assertThat(ledger.clientsThisMonth())
        .isNotEmpty()
        .allSatisfy(client -> {
          assertThat(client.held()).isEqualTo(Money.ZERO);
          assertThat(client.spent()).isEqualTo(sumOfClient(client.clientId()));
        });
    assertThat(ledger.toolsThisMonth().stream().map(ToolSpend::spent).reduce(Money::plus))
        .contains(month.spent());
  }

  private void oneCall(Random random, String run, AtomicLong spent, AtomicLong lost) {
    long output = random.nextInt(1, 200);
    Money atMost = Calls.PRICE.cost(Usage.of(1000, 200));
    if (!(ledger.reserve(Calls.request(run, "tool-" + run, atMost))
        instanceof Reserving.Reserved(Reservation reservation))) {
      return;
    }
    int end = random.nextInt(4);
    database.write(handle -> {
      switch (end) {
        case 0 -> ledger.free(handle, reservation);
        case 1 -> ledger.lost(handle, reservation);
        default -> ledger.settle(handle, reservation, Calls.row(1000, output));
      }
      return true;
    });
    if (end == 1) {
      lost.addAndGet(atMost.picos());
    } else if (end > 1) {
      spent.addAndGet(Calls.PRICE.cost(Usage.of(1000, output)).picos());
    }
  }

  private Money sumOfCharges() {
    return sum("SELECT cost_picos FROM charges");
  }

  private Money sumOfClient(String client) {
    return sum("SELECT cost_picos FROM charges WHERE client_id = '" + client + "'");
  }

  private Money sumOfRuns() {
    return sum("SELECT spent_picos FROM run_totals");
  }

  private Money sum(String query) {
    List<Long> amounts =
        database.read(handle -> handle.createQuery(query).mapTo(Long.class).list());
    return new Money(amounts.stream().mapToLong(Long::longValue).sum());
  }

  private static void together(Work work) throws Exception {
    List<Future<Boolean>> threads = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        threads.add(
            pool.submit(() -> {
              start.await();
              work.of(thread);
              return true;
            }));
      }
      start.countDown();
    }
    for (Future<Boolean> thread : threads) {
      assertThat(thread.get()).isTrue();
    }
  }

  /// What one thread does.
  @FunctionalInterface
  private interface Work {
    void of(int thread);
  }
}
