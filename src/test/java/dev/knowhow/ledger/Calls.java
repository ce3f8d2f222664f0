package dev.knowhow.ledger;

import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;
import dev.knowhow.price.Price;
import dev.knowhow.price.Rates;
import dev.knowhow.price.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Calls of a model at three dollars a million tokens in and fifteen out.
final class Calls {
  static final ModelRef MODEL = new ModelRef("anthropic", "claude-test");
  static final Price PRICE =
      new Price(
          MODEL,
          Rates.flat(Money.dollars(3), Money.dollars(15)),
          List.of(),
          Instant.EPOCH,
          "a test",
          LocalDate.EPOCH,
          0,
          0);

  private Calls() {}

  static ReserveRequest request(String run, String tool, Money atMost) {
    return new ReserveRequest(run, "read", 1, tool, 3, "ada", MODEL, atMost);
  }

  static ChargeRow row(long input, long output) {
    return ChargeRow.of(Usage.of(input, output), false, PRICE, Outcome.ANSWERED);
  }
}
