package dev.knowhow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.knowhow.account.AuditEntry;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnBothDatabases
final class PricesStoreTest {
  private static final ModelRef LOCAL = new ModelRef("at-home", "llama");
  private static final ModelRef HAIKU = new ModelRef("anthropic", "claude-haiku-4-5");

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final AuditTrail audit;
  private final Prices prices;

  PricesStoreTest(Database database) {
    Ids ids = new Ids();
    audit = new AuditTrail(database, clock, ids);
    prices = new Prices(database, audit, PriceTable.shipped(), clock, ids);
  }

  @Test
  void refusesAModelWithoutAPrice() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> prices.now(LOCAL))
        .satisfies(problem -> {
          assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_MODEL);
          assertThat(problem.where()).isEqualTo("at-home/llama");
        });
  }

  @Test
  void aPriceOfZeroIsAPrice() {
    prices.set(Cast.ADA, price(LOCAL, "2026-11-01", Money.ZERO));
    assertThat(prices.now(LOCAL).rates().free()).isTrue();
    assertThat(prices.now(LOCAL).cost(Usage.of(1000, 1000))).isEqualTo(Money.ZERO);
  }

  @Test
  void theOwnersPriceStandsAboveTheShippedOneFromItsDateOn() {
    prices.set(Cast.ADA, price(HAIKU, "2026-12-01", Money.dollars(7)));
    assertThat(prices.now(HAIKU).rates().perMillion(Bucket.FRESH_INPUT))
        .isEqualTo(Money.dollars(1));
    clock.set("2026-12-01T00:00:00Z");
    assertThat(prices.now(HAIKU).rates().perMillion(Bucket.FRESH_INPUT))
        .isEqualTo(Money.dollars(7));
  }

  @Test
  void theLastPriceSetForADateHolds() {
    prices.set(Cast.ADA, price(LOCAL, "2026-11-01", Money.dollars(1)));
    clock.set("2026-11-24T09:00:00Z");
    prices.set(Cast.ADA, price(LOCAL, "2026-11-01", Money.dollars(2)));
    assertThat(prices.now(LOCAL).rates().perMillion(Bucket.FRESH_INPUT))
        .isEqualTo(Money.dollars(2));
  }

  @Test
  void aWithdrawnPriceGivesWayToTheShippedOne() {
    prices.set(Cast.ADA, price(HAIKU, "2026-11-01", Money.ZERO));
    prices.withdraw(Cast.ADA, HAIKU);
    assertThat(prices.now(HAIKU).rates().perMillion(Bucket.FRESH_INPUT))
        .isEqualTo(Money.dollars(1));
  }

  @Test
  void listsShippedAndOwnPricesOnceEach() {
    prices.set(Cast.ADA, price(LOCAL, "2026-11-01", Money.ZERO));
    prices.set(Cast.ADA, price(HAIKU, "2026-11-01", Money.dollars(8)));
    clock.pass(Duration.ofSeconds(1));
    prices.set(Cast.ADA, price(HAIKU, "2026-11-01", Money.dollars(9)));
    prices.set(Cast.ADA, price(HAIKU, "2027-11-01", Money.dollars(10)));
    List<Price> current = prices.current();
    assertThat(current)
        .extracting(Price::model)
        .contains(LOCAL, HAIKU, new ModelRef("openai", "gpt-5"))
        .doesNotHaveDuplicates();
    assertThat(current).allSatisfy(price -> assertThat(price).isEqualTo(prices.now(price.model())));
  }

  @Test
  void onlyAnOwnerSetsAPriceAndTheTrailSaysSo() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> prices.set(Cast.CLEO, price(LOCAL, "2026-11-01", Money.ZERO)))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED));
    prices.set(Cast.ADA, price(LOCAL, "2026-11-01", Money.ZERO));
    assertThat(audit.newest(Cast.ADA, 10))
        .extracting(AuditEntry::personName, AuditEntry::what, AuditEntry::on)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Ada", "set a price", "at-home/llama"));
  }

  private static Price price(ModelRef model, String from, Money input) {
    return new Price(
        model,
        Rates.flat(input, Money.ZERO),
        List.of(),
        Instant.parse(from + "T00:00:00Z"),
        "the owner",
        LocalDate.parse(from),
        8192,
        2048);
  }
}
