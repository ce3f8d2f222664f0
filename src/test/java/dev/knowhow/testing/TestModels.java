package dev.knowhow.testing;

import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.SealingKey;
import dev.knowhow.account.Secrets;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.Connection;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.Connections;
import dev.knowhow.model.Models;
import dev.knowhow.model.NewConnection;
import dev.knowhow.model.Patience;
import dev.knowhow.net.HostPort;
import dev.knowhow.net.Limits;
import dev.knowhow.net.Outbound;
import dev.knowhow.net.Resolver;
import dev.knowhow.price.Money;
import dev.knowhow.price.PriceTable;
import dev.knowhow.price.Prices;
import dev.knowhow.store.Database;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// The whole way from a question to a provider, with real parts, over a [FakeProvider].
///
/// Waits between attempts are noted in [#pauses] instead of waited for.
public final class TestModels implements AutoCloseable {
  /// A key that must never be seen anywhere but in a request's header.
  public static final String KEY = "sk-canary-5up3rs3cr3t-0123456789";

  /// The model that both connections ask.
  public static final String MODEL = "claude-sonnet-5";

  /// The provider that answers.
  public final FakeProvider fake;

  /// The time.
  public final SetClock clock = new SetClock("2026-11-24T08:00:00Z");

  /// The waits between attempts.
  public final List<Duration> pauses = new CopyOnWriteArrayList<>();

  /// The database under it all.
  public final Database database;

  /// What was done by whom.
  public final AuditTrail audit;

  /// The sealed keys.
  public final Secrets secrets;

  /// What models cost.
  public final Prices prices;

  /// What was charged.
  public final Ledger ledger;

  /// The connections and tiers.
  public final Connections connections;

  /// The gate.
  public final Models models;

  private final Outbound outbound;

  /// Everything over `fake`, with short limits; `others` may be called too.
  public TestModels(Database database, FakeProvider fake, HostPort... others) {
    Ids ids = new Ids();
    this.fake = fake;
    this.database = database;
    audit = new AuditTrail(database, clock, ids);
    secrets =
        new Secrets(
            database, SealingKey.of(Base64.getEncoder().encodeToString(new byte[32])), clock);
    prices = new Prices(database, audit, PriceTable.shipped(), clock, ids);
    ledger = new Ledger(database, audit, () -> ZoneOffset.UTC, clock, ids);
    Set<HostPort> allowed = new HashSet<>(List.of(others));
    allowed.add(new HostPort("localhost", fake.port()));
    outbound = new Outbound(Resolver.system(), allowed);
    connections = new Connections(database, secrets, audit, prices, outbound, clock, ids);
    models = new Models(connections, prices, ledger, outbound, patience());
  }

  private Patience patience() {
    Limits limits =
        new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(20),
            1_000_000);
    return new Patience(3, Duration.ofMinutes(1), limits, pauses::add, new Random(7), clock);
  }

  /// Connects the fake as an Anthropic server; all tiers mean its one model, at $2 and $10.
  public Connection connectAnthropic() {
    return connect(ConnectionKind.ANTHROPIC, fake.anthropicUrl());
  }

  /// Connects the fake as an OpenAI-compatible server; all tiers mean its one model, at $2 and $10.
  public Connection connectOpenAi() {
    return connect(ConnectionKind.OPENAI_COMPATIBLE, fake.openAiUrl());
  }

  /// Connects an address; tiers that mean nothing yet mean its one model, at $2 and $10.
  public Connection connect(ConnectionKind kind, String url) {
    var own = new NewConnection.OwnModel(MODEL, Money.dollars(2), Money.dollars(10));
    return connections.add(
        Cast.ADA,
        new NewConnection("Fake", kind, url, AnthropicVersion.V2026_10_21, KEY, Optional.of(own)));
  }

  @Override
  public void close() {
    outbound.close();
    fake.close();
  }
}
