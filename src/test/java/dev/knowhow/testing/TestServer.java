package dev.knowhow.testing;

import dev.knowhow.account.Accounts;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.SealingKey;
import dev.knowhow.account.Secrets;
import dev.knowhow.account.SetupCode;
import dev.knowhow.eval.Reports;
import dev.knowhow.eval.TemplateCheck;
import dev.knowhow.eval.Trials;
import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.WorkerPlace;
import dev.knowhow.gallery.Templates;
import dev.knowhow.knowledge.Documents;
import dev.knowhow.knowledge.ReadDocument;
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
import dev.knowhow.run.Runs;
import dev.knowhow.store.Database;
import dev.knowhow.tool.DocumentReader;
import dev.knowhow.tool.DocumentText;
import dev.knowhow.tool.Drafts;
import dev.knowhow.tool.ToolReader;
import dev.knowhow.tool.Tools;
import dev.knowhow.web.Health;
import dev.knowhow.web.Rooms;
import dev.knowhow.web.Web;
import dev.knowhow.web.WebSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// The whole server on real parts: a fresh database, a free port, no network but the fake provider.
public final class TestServer implements AutoCloseable {
  private static final int NO_LIMIT = 1_000_000;

  private final Database database;
  private final Outbound outbound;
  private final Flows flows;
  private final Runs runs;
  private final Trials trials;
  private final SetupCode code;
  private final Rooms rooms;
  private final Web web;

  private TestServer(Path folder, Set<HostPort> allowed, int port, int perMinute) {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    Supplier<String> ids = () -> UUID.randomUUID().toString();
    this.database = TestDatabase.SQLITE.fresh();
    this.outbound = new Outbound(Resolver.system(), allowed);
    this.flows = new Flows(WorkerPlace.ofSystem(), FlowLimits.usual());
    this.code = SetupCode.random(random);
    AuditTrail audit = new AuditTrail(database, clock, ids);
    Accounts accounts = new Accounts(database, audit, code, clock, random);
    Prices prices = new Prices(database, audit, PriceTable.shipped(), clock, ids);
    Secrets secrets =
        new Secrets(database, SealingKey.inFile(folder.resolve("key"), random), clock);
    Connections connections =
        new Connections(database, secrets, audit, prices, outbound, clock, ids);
    Documents documents = new Documents();
    ToolReader reader = new ToolReader(TestServer.reader(documents));
    Tools tools = new Tools(database, audit, reader, clock, ids);
    Ledger ledger =
        new Ledger(database, audit, () -> ZoneOffset.UTC, clock, ids, new ClientOfRun(tools));
    Models models =
        new Models(connections, prices, ledger, outbound, Patience.usual(new Random(1), clock));
    Preparation preparation = new Preparation();
    Rehearsal rehearsal = new Rehearsal(flows, preparation, clock.instant());
    Estimates estimates = new Estimates(rehearsal, models);
    this.runs =
        new Runs(
            new Runs.Rooms(database, tools, flows, models, ledger, estimates, clock),
            preparation,
            "test",
            random);
    this.trials =
        new Trials(
            new Trials.Rooms(
                database,
                tools,
                reader,
                runs,
                rehearsal,
                estimates,
                models,
                new Purses(database),
                clock,
                ids),
            "test");
    Path verticals = Path.of(System.getProperty("knowhow.home", "")).resolve("verticals");
    this.rooms =
        new Rooms(
            accounts,
            Templates.read(verticals, reader),
            tools,
            new Drafts(database, tools, reader, clock),
            runs,
            new DraftPreviews(flows, models, preparation, clock),
            documents,
            connections,
            models,
            ledger,
            _ -> Optional.empty(),
            new Reports(new TemplateCheck(rehearsal)),
            trials,
            () -> new Health(database.healthy(), "ready", true));
    this.web =
        Web.start(
            rooms, new WebSettings("127.0.0.1", port, Optional.empty(), "test", true, perMinute));
  }

  private static DocumentReader reader(Documents documents) {
    return (name, bytes) -> {
      ReadDocument read = documents.read(name, bytes);
      return new DocumentText(read.name(), read.text(), read.pages().size());
    };
  }

  /// A server that nobody owns yet, with its files in `folder`.
  public static TestServer fresh(Path folder) {
    return new TestServer(folder, Set.of(), 0, NO_LIMIT);
  }

  /// A server that answers so many requests a minute from one address.
  public static TestServer strict(Path folder, int perMinute) {
    return new TestServer(folder, Set.of(), 0, perMinute);
  }

  /// A server that may call a provider on this computer.
  public static TestServer allowing(Path folder, int providerPort) {
    return new TestServer(folder, Set.of(new HostPort("localhost", providerPort)), 0, NO_LIMIT);
  }

  /// Runs until it is killed, for whoever wants to look at the pages: `[port]`.
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("knowhow-look");
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    try (TestServer server = new TestServer(folder, Set.of(), port, NO_LIMIT)) {
      System.out.println("READY " + server.address() + " " + server.code());
      new CountDownLatch(1).await();
    }
  }

  /// Where it answers.
  public URI address() {
    return URI.create("http://localhost:" + web.port());
  }

  /// The doors that the pages ask.
  public Rooms rooms() {
    return rooms;
  }

  /// The one-time code for the first owner.
  public String code() {
    return code.shown();
  }

  @Override
  public void close() {
    web.close();
    trials.close();
    runs.close();
    flows.close();
    outbound.close();
    database.close();
  }
}
