package dev.knowhow.app;

import dev.knowhow.account.Accounts;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.SealingKey;
import dev.knowhow.account.Secrets;
import dev.knowhow.account.SetupCode;
import dev.knowhow.eval.Trials;
import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.WorkerPlace;
import dev.knowhow.knowledge.Documents;
import dev.knowhow.ledger.Ledger;
import dev.knowhow.ledger.Purses;
import dev.knowhow.model.Connections;
import dev.knowhow.model.Models;
import dev.knowhow.model.Patience;
import dev.knowhow.net.HostPort;
import dev.knowhow.net.Outbound;
import dev.knowhow.net.Resolver;
import dev.knowhow.price.PriceTable;
import dev.knowhow.price.Prices;
import dev.knowhow.run.ClientOfRun;
import dev.knowhow.run.DraftPreviews;
import dev.knowhow.run.Estimates;
import dev.knowhow.run.Preparation;
import dev.knowhow.run.Rehearsal;
import dev.knowhow.run.Retrying;
import dev.knowhow.run.Runs;
import dev.knowhow.store.BackupBeforeUpgrade;
import dev.knowhow.store.Database;
import dev.knowhow.tool.Drafts;
import dev.knowhow.tool.Tools;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;

/// Every long-lived object below the pages, built once and closed in the reverse order.
///
/// @param setupCode the code with which the first owner is made
public record Rooms(
    SetupCode setupCode,
    Database database,
    Accounts accounts,
    Prices prices,
    Ledger ledger,
    Outbound outbound,
    Connections connections,
    Models models,
    Documents documents,
    Tools tools,
    Drafts drafts,
    Flows flows,
    Rehearsal rehearsal,
    Estimates estimates,
    Runs runs,
    DraftPreviews previews,
    Trials trials)
    implements AutoCloseable {
  private static final int ID_BYTES = 12;

  /// Opens the database and builds everything on it; no run is worked on yet.
  public static Rooms open(Settings settings) {
    return open(settings, InstantSource.system(), Retrying.usual());
  }

  /// Opens the database and builds everything on it, by another clock or with another patience.
  public static Rooms open(Settings settings, InstantSource clock, Retrying retrying) {
    SecureRandom random = new SecureRandom();
    Supplier<String> ids = () -> id(random);
    Database database = database(settings, clock);
    AuditTrail audit = new AuditTrail(database, clock, ids);
    SetupCode code = SetupCode.random(random);
    Accounts accounts = new Accounts(database, audit, code, clock, random);
    Prices prices = new Prices(database, audit, PriceTable.shipped(), clock, ids);
    Documents documents = new Documents();
    Tools tools = new Tools(database, audit, Workshop.reader(documents), clock, ids);
    Ledger ledger =
        new Ledger(database, audit, () -> zone(accounts), clock, ids, new ClientOfRun(tools));
    Outbound outbound = new Outbound(Resolver.system(), allowed(settings));
    Secrets secrets = new Secrets(database, key(settings, random), clock);
    Connections connections =
        new Connections(database, secrets, audit, prices, outbound, clock, ids);
    Models models =
        new Models(connections, prices, ledger, outbound, Patience.usual(random, clock));
    Flows flows = new Flows(WorkerPlace.ofSystem(), FlowLimits.usual());
    Preparation preparation = new Preparation();
    Rehearsal rehearsal = new Rehearsal(flows, preparation, clock.instant());
    Estimates estimates = new Estimates(rehearsal, models);
    Runs runs =
        new Runs(
            new Runs.Rooms(database, tools, flows, models, ledger, estimates, clock),
            preparation,
            id(random),
            random,
            retrying);
    Trials trials =
        new Trials(
            new Trials.Rooms(
                database,
                tools,
                Workshop.reader(documents),
                runs,
                rehearsal,
                estimates,
                models,
                new Purses(database),
                clock,
                ids),
            id(random));
    return new Rooms(
        code,
        database,
        accounts,
        prices,
        ledger,
        outbound,
        connections,
        models,
        documents,
        tools,
        new Drafts(database, tools, Workshop.reader(documents), clock),
        flows,
        rehearsal,
        estimates,
        runs,
        new DraftPreviews(flows, models, preparation, clock),
        trials);
  }

  /// Takes up the runs and the trials that a stop or a kill left.
  ///
  /// @param alone whether no other server uses the database
  public void takeUp(boolean alone) {
    runs.takeUp(alone);
    trials.takeUp(alone);
  }

  @Override
  public void close() {
    trials.close();
    runs.close();
    flows.close();
    outbound.close();
    database.close();
  }

  private static Database database(Settings settings, InstantSource clock) {
    if (settings.databaseUrl().isPresent()) {
      return Database.open(settings.databaseUrl().get(), BackupBeforeUpgrade.none());
    }
    Path backups = settings.data().resolve("backups");
    return Database.open(
        settings.databaseFile().toString(), BackupBeforeUpgrade.into(backups, clock));
  }

  private static SealingKey key(Settings settings, SecureRandom random) {
    return settings
        .key()
        .map(SealingKey::of)
        .orElseGet(() -> SealingKey.inFile(settings.data().resolve("key"), random));
  }

  private static Set<HostPort> allowed(Settings settings) {
    return settings.localModels();
  }

  private static ZoneId zone(Accounts accounts) {
    return accounts.hasOwner() ? accounts.workspace().zone() : ZoneId.of("UTC");
  }

  private static String id(SecureRandom random) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
