package dev.knowhow.testing;

import dev.knowhow.account.Actor;
import dev.knowhow.account.NewOwner;
import dev.knowhow.account.Password;
import dev.knowhow.app.Rooms;
import dev.knowhow.app.Settings;
import dev.knowhow.ledger.Caps;
import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.NewConnection;
import dev.knowhow.net.HostPort;
import dev.knowhow.price.Money;
import dev.knowhow.run.Retrying;
import dev.knowhow.run.RunState;
import dev.knowhow.run.RunView;
import dev.knowhow.tool.ToolFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A whole Knowhow without its pages, on a data folder of the test, with a fake provider in place
/// of a real one. What it needs it makes: an owner, a connection, a tool.
public final class TestHouse implements AutoCloseable {
  /// The model of the fake provider; it costs $3 and $15 for a million tokens.
  public static final String MODEL = "fake-model";

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final Rooms rooms;
  private final int providerPort;

  private TestHouse(Rooms rooms, int providerPort) {
    this.rooms = rooms;
    this.providerPort = providerPort;
  }

  /// The house whose data is in a folder.
  public static TestHouse at(Path data, FakeProvider provider) {
    return new TestHouse(
        Rooms.open(
            new Settings(
                "127.0.0.1",
                0,
                data,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(new HostPort("localhost", provider.port())))),
        provider.port());
  }

  /// A house whose data is in a new place of a kind of database.
  ///
  /// @param clock what its runs take for the time
  public static TestHouse on(
      TestDatabase kind, FakeProvider provider, InstantSource clock, Retrying retrying) {
    return in(kind, kind.newPlace(), provider, clock, retrying);
  }

  /// A house whose data is in a place of a kind of database, which others may share.
  public static TestHouse in(
      TestDatabase kind,
      String place,
      FakeProvider provider,
      InstantSource clock,
      Retrying retrying) {
    Path data = Path.of(System.getProperty("java.io.tmpdir"));
    return new TestHouse(
        Rooms.open(
            new Settings(
                "127.0.0.1",
                0,
                kind == TestDatabase.SQLITE ? Path.of(place).resolveSibling("") : data,
                kind == TestDatabase.SQLITE ? Optional.empty() : Optional.of(place),
                Optional.of(KEY),
                Optional.empty(),
                Set.of(new HostPort("localhost", provider.port()))),
            clock,
            retrying),
        provider.port());
  }

  /// The house of rooms that are open, with the fake provider on a port.
  static TestHouse around(Rooms rooms, int providerPort) {
    return new TestHouse(rooms, providerPort);
  }

  /// The rooms.
  public Rooms rooms() {
    return rooms;
  }

  /// Makes the owner.
  public Actor owner() {
    return rooms
        .accounts()
        .createOwner(
            new NewOwner(
                "Ada", "ada@example.com", new Password("a long enough password"), "dental"),
            rooms.setupCode().shown(),
            ZoneId.of("America/New_York"))
        .actor();
  }

  /// Connects the fake provider, which every tier then means.
  public void connect(Actor owner) {
    rooms
        .connections()
        .add(
            owner,
            new NewConnection(
                "Fake",
                ConnectionKind.OPENAI_COMPATIBLE,
                "http://localhost:" + providerPort + "/v1",
                AnthropicVersion.V2026_10_21,
                "sk-fake",
                Optional.of(
                    new NewConnection.OwnModel(MODEL, Money.dollars(3), Money.dollars(15)))));
  }

  /// Raises the caps of a run and of a month.
  public void raiseCaps(Actor owner, Money cap) {
    rooms.ledger().changeCaps(owner, new Caps(cap, cap));
  }

  /// Adds one of our own test tools.
  public String addTool(Actor owner, String name) {
    return rooms
        .tools()
        .add(
            owner,
            ToolFolder.read(Path.of("src/test/resources/dev/knowhow/tools").resolve(name)),
            "test/" + name);
  }

  /// Waits until a run is not worked on any more, and gives its view.
  public RunView rested(Actor actor, String runId) throws Exception {
    return awaited(actor, runId, view -> view.state() != RunState.RUNNING);
  }

  /// Waits until a run stands somewhere, and gives its view.
  public RunView restedAs(Actor actor, String runId, RunState state) throws Exception {
    return awaited(actor, runId, view -> view.state() == state);
  }

  /// Waits until a run's view is as wanted, and gives it.
  public RunView awaited(Actor actor, String runId, Predicate<RunView> wanted) throws Exception {
    Instant patience = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(patience)) {
      CountDownLatch news = new CountDownLatch(1);
      try (AutoCloseable _ = rooms.runs().listen(runId, _ -> news.countDown())) {
        RunView view = rooms.runs().view(actor, runId);
        if (wanted.test(view)) {
          return view;
        }
        var _ = news.await(200, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError("run " + runId + " stays " + rooms.runs().view(actor, runId).state());
  }

  @Override
  public void close() {
    rooms.close();
  }
}
