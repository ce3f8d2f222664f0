package dev.knowhow.model;

import dev.knowhow.ledger.ChargeRow;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.model.Heard.Reported;
import dev.knowhow.price.Usage;
import java.util.Optional;

/// What an answer is charged with: the provider's figures where they are whole, and otherwise our
/// own count, labelled so. Never nothing for something.
final class Billing {
  private Billing() {}

  static ChargeRow row(Prepared prepared, Heard heard, Outcome outcome) {
    Optional<Reported> reported = heard.usage();
    Usage usage = reported.map(Reported::usage).orElse(Usage.NONE);
    boolean estimated = reported.map(figures -> !figures.addUp()).orElse(true);
    if (usage.input() == 0) {
      usage = usage.plus(Usage.of(prepared.inputTokens(), 0));
      estimated = true;
    }
    boolean whole = reported.map(Reported::whole).orElse(false);
    long counted = heard.text().isEmpty() ? 0 : prepared.counter().count(heard.text());
    if (counted > usage.visibleOutput() && (!whole || usage.output() == 0)) {
      usage = usage.plus(Usage.of(0, counted - usage.visibleOutput()));
      estimated = true;
    }
    return ChargeRow.of(usage, estimated, prepared.chosen().price(), outcome);
  }
}
