package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.price.Bucket;
import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;
import dev.knowhow.price.Price;
import dev.knowhow.price.Rates;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.TestModels;
import dev.knowhow.value.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tiers, prices and keys are remembered; a change is in force at once here, and within a second in
/// a server beside this one.
@OnBothDatabases
class RememberedModelsTest {
  private static final ModelRef HAIKU = new ModelRef("anthropic", "claude-haiku-4-5");

  private final TestModels here;
  private final TestModels beside;
  private final Connection connection;

  RememberedModelsTest(Database database) {
    here = new TestModels(database, FakeProvider.start());
    beside = new TestModels(database, FakeProvider.start());
    connection = here.connections.add(Cast.ADA, NewConnection.anthropic(TestModels.KEY));
    assertThat(model(here)).isEqualTo("claude-haiku-4-5");
    assertThat(model(beside)).isEqualTo("claude-haiku-4-5");
    assertThat(beside.connections.key(connection)).hasValue(TestModels.KEY);
  }

  @AfterEach
  void close() {
    here.close();
    beside.close();
  }

  private static String model(TestModels server) {
    return server.models.choose(Tier.ECONOMY).orElseThrow().model().model();
  }

  private static Money price(TestModels server) {
    return server
        .models
        .choose(Tier.ECONOMY)
        .orElseThrow()
        .price()
        .rates()
        .perMillion(Bucket.FRESH_INPUT);
  }

  @Test
  void theNextChoiceSeesAnotherTier() {
    here.connections.setTier(Cast.ADA, Tier.ECONOMY, connection.id(), "claude-sonnet-5");
    assertThat(model(here)).isEqualTo("claude-sonnet-5");
    assertThat(model(beside)).isEqualTo("claude-haiku-4-5");
    beside.clock.pass(Duration.ofSeconds(1));
    assertThat(model(beside)).isEqualTo("claude-sonnet-5");
  }

  @Test
  void theNextChoiceSeesAnotherPriceAndItsEnd() {
    Money shipped = price(here);
    here.prices.set(
        Cast.ADA,
        new Price(
            HAIKU,
            Rates.flat(Money.dollars(77), Money.ZERO),
            List.of(),
            Instant.EPOCH,
            "the owner",
            LocalDate.EPOCH,
            0,
            0));
    assertThat(price(here)).isEqualTo(Money.dollars(77));
    assertThat(price(beside)).isEqualTo(shipped);
    beside.clock.pass(Duration.ofSeconds(1));
    assertThat(price(beside)).isEqualTo(Money.dollars(77));
    here.prices.withdraw(Cast.ADA, HAIKU);
    assertThat(price(here)).isEqualTo(shipped);
    beside.clock.pass(Duration.ofSeconds(1));
    assertThat(price(beside)).isEqualTo(shipped);
  }

  @Test
  void aRemovedConnectionIsNotAskedAgain() {
    here.connections.remove(Cast.ADA, connection.id());
    assertThat(here.models.choose(Tier.ECONOMY)).isEmpty();
    assertThat(here.connections.key(connection)).isEmpty();
    beside.clock.pass(Duration.ofSeconds(1));
    assertThat(beside.models.choose(Tier.ECONOMY)).isEmpty();
    assertThat(beside.connections.key(connection)).isEmpty();
    assertThat(beside.connections.list()).isEmpty();
  }

  @Test
  void theNextCallHasTheNewKey() {
    here.connections.changeKey(Cast.ADA, connection.id(), "sk-another-one");
    assertThat(here.connections.key(connection)).isEqualTo(Optional.of("sk-another-one"));
    beside.clock.pass(Duration.ofSeconds(1));
    assertThat(beside.connections.key(connection)).isEqualTo(Optional.of("sk-another-one"));
  }
}
