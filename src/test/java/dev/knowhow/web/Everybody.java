package dev.knowhow.web;

import dev.knowhow.account.Accounts;
import dev.knowhow.account.Actor;
import dev.knowhow.account.Client;
import dev.knowhow.account.Invited;
import dev.knowhow.account.NewPerson;
import dev.knowhow.account.Password;
import dev.knowhow.account.Rights;
import dev.knowhow.account.Role;
import dev.knowhow.account.Session;
import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.NewConnection;
import dev.knowhow.price.Money;
import dev.knowhow.run.NewRun;
import dev.knowhow.run.ReviewView;
import dev.knowhow.run.RunState;
import dev.knowhow.testing.Browse;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestServer;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A workspace with two clients and somebody of every role, each in a browser of their own; every
/// tool, letter and client carries a mark that only some of them may ever read.
final class Everybody implements AutoCloseable {
  private static final Path TOOL = Path.of("src/test/resources/dev/knowhow/tools/reviewed");
  private static final Password SECRET = new Password("four words in a row");

  private final FakeProvider provider = FakeProvider.start();
  private final TestServer server;
  private final Map<Who, Session> sessions = new EnumMap<>(Who.class);
  private final Map<Who, Browse> browsers = new EnumMap<>(Who.class);
  private final Client north;
  private final Client east;
  private final String northsTool;
  private final String housesTool;
  private final Map<Which, String> runs = new EnumMap<>(Which.class);
  private int made;

  Everybody(Path folder) throws Exception {
    provider.answers(Scripted.says("Thank you for your letter."));
    server = TestServer.allowing(folder, provider.port());
    browsers.put(Who.NOBODY, new Browse(server.address()));
    Browse ada = new Browse(server.address()).asOwner(server.code());
    browsers.put(Who.OWNER, ada);
    Session owner = accounts().signIn("ada@example.com", ownersPassword()).orElseThrow();
    sessions.put(Who.OWNER, owner);
    north = accounts().clients().add(owner.actor(), "north-client-mark");
    east = accounts().clients().add(owner.actor(), "east-client-mark");
    for (Who who : Who.values()) {
      if (who != Who.NOBODY && who != Who.OWNER) {
        Session session = join(who.name(), rights(who));
        sessions.put(who, session);
        browsers.put(who, new Browse(server.address()).with(session.token()));
      }
    }
    accounts().people().suspend(owner.actor(), actor(Who.SUSPENDED).personId());
    connection();
    northsTool = tool("north-tool-mark");
    housesTool = tool("house-tool-mark");
    String easts = tool("east-tool-mark");
    server.rooms().tools().assign(owner.actor(), northsTool, Optional.of(north));
    server.rooms().tools().assign(owner.actor(), easts, Optional.of(east));
    runs.put(Which.NORTHS, run(Which.NORTHS));
    runs.put(Which.HOUSES, run(Which.HOUSES));
    run(Who.OTHERS, easts, "east-letter-mark");
  }

  /// The doors of the server.
  dev.knowhow.web.Rooms rooms() {
    return server.rooms();
  }

  /// The browser of somebody.
  Browse browser(Who who) {
    return Objects.requireNonNull(browsers.get(who));
  }

  /// A browser of somebody like this who has just come, for something that ends sessions.
  Browse freshBrowser(Who who) {
    return switch (who) {
      case NOBODY -> new Browse(server.address());
      case SUSPENDED -> browser(who);
      case OWNER, RUNNER, APPROVER, CLIENTS, COLLEAGUE, OTHERS, BUILDER -> {
        made++;
        yield new Browse(server.address()).with(join("extra-" + made, rights(who)).token());
      }
    };
  }

  /// The id of a thing in an address.
  String id(Thing thing, Which which) {
    if (which == Which.UNKNOWN) {
      return "unknown";
    }
    boolean norths = which == Which.NORTHS;
    return switch (thing) {
      case NONE -> "";
      case TOOL -> norths ? northsTool : housesTool;
      case RUN -> runs.getOrDefault(which, "");
      case REVIEW -> review(runs.getOrDefault(which, ""));
      case PERSON -> actor(norths ? Who.COLLEAGUE : Who.RUNNER).personId();
      case CLIENT -> norths ? north.id() : east.id();
      case CONNECTION -> connection();
      case INVITATION -> invited().invitation().id();
      case LINK -> invited().token();
    };
  }

  /// The id of a thing that was made just now, for something that changes it.
  String fresh(Thing thing, Which which) throws Exception {
    Actor owner = actor(Who.OWNER);
    made++;
    return switch (thing) {
      case NONE -> "";
      case PERSON -> join("extra-" + made, rights(Who.RUNNER)).actor().personId();
      case CLIENT -> accounts().clients().add(owner, "extra-" + made).id();
      case CONNECTION -> connection();
      case INVITATION -> invited().invitation().id();
      case LINK -> invited().token();
      case RUN -> run(which);
      case REVIEW -> review(run(which));
      case TOOL -> throw new IllegalArgumentException("no fresh tool");
    };
  }

  private Accounts accounts() {
    return server.rooms().accounts();
  }

  private Actor actor(Who who) {
    return Objects.requireNonNull(sessions.get(who)).actor();
  }

  private Rights rights(Who who) {
    return switch (who) {
      case NOBODY -> throw new IllegalArgumentException("not invited");
      case OWNER -> new Rights(Role.OWNER, Set.of(), Optional.empty());
      case RUNNER, SUSPENDED -> new Rights(Role.RUNNER, Set.of(), Optional.empty());
      case APPROVER -> new Rights(Role.RUNNER, Set.of("dental/doctor"), Optional.empty());
      case BUILDER -> new Rights(Role.BUILDER, Set.of(), Optional.empty());
      case CLIENTS, COLLEAGUE -> new Rights(Role.RUNNER, Set.of(), Optional.of(north.id()));
      case OTHERS -> new Rights(Role.RUNNER, Set.of("dental/doctor"), Optional.of(east.id()));
    };
  }

  private Session join(String name, Rights rights) {
    Invited invited = accounts().invitations().invite(actor(Who.OWNER), name, rights);
    return accounts()
        .invitations()
        .accept(invited.token(), new NewPerson(name, email(name), SECRET));
  }

  private Invited invited() {
    return accounts().invitations().invite(actor(Who.OWNER), "guest", rights(Who.RUNNER));
  }

  /// The address with which somebody of this name signs in.
  static String email(String name) {
    return name + "@email-mark.example";
  }

  private static Password ownersPassword() {
    return new Password("correct horse battery");
  }

  private String connection() {
    return server
        .rooms()
        .connections()
        .add(
            actor(Who.OWNER),
            new NewConnection(
                "Fake",
                ConnectionKind.OPENAI_COMPATIBLE,
                provider.openAiUrl(),
                AnthropicVersion.V2026_10_21,
                "sk-key-mark",
                Optional.of(
                    new NewConnection.OwnModel("fake", Money.dollars(3), Money.dollars(15)))))
        .id();
  }

  private String tool(String name) {
    ToolFiles files = ToolFolder.read(TOOL);
    String named =
        new String(files.get("tool.yaml").orElseThrow(), StandardCharsets.UTF_8)
            .replace("name: Reviewed answer", "name: " + name);
    return server
        .rooms()
        .tools()
        .add(
            actor(Who.OWNER),
            files.with("tool.yaml", named.getBytes(StandardCharsets.UTF_8)),
            "test/reviewed");
  }

  private String run(Which which) throws Exception {
    return which == Which.NORTHS
        ? run(Who.CLIENTS, northsTool, "north-letter-mark")
        : run(Who.RUNNER, housesTool, "house-letter-mark");
  }

  private String run(Who who, String tool, String letter) throws Exception {
    Value.Fields inputs = Value.fields(Map.of("letter", Value.text(letter)));
    String id =
        server.rooms().runs().start(actor(who), new NewRun(tool, 1, inputs, new NewRun.Live()));
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (server.rooms().runs().view(actor(who), id).state() != RunState.WAITING) {
      if (Instant.now().isAfter(patience)) {
        throw new AssertionError(server.rooms().runs().view(actor(who), id).toString());
      }
      CountDownLatch news = new CountDownLatch(1);
      try (AutoCloseable _ = server.rooms().runs().listen(id, _ -> news.countDown())) {
        var _ = news.await(100, TimeUnit.MILLISECONDS);
      }
    }
    return id;
  }

  private String review(String run) {
    return server.rooms().runs().inbox(actor(Who.OWNER)).stream()
        .filter(one -> one.runId().equals(run))
        .map(ReviewView::id)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    browsers.values().forEach(Browse::close);
    server.close();
    provider.close();
  }
}
