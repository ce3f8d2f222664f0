package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.knowhow.account.Accounts;
import dev.knowhow.account.AuditTrail;
import dev.knowhow.account.SetupCode;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Browse;
import dev.knowhow.testing.Ids;
import dev.knowhow.testing.TestDatabase;
import dev.knowhow.testing.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What the log tells of a request that ran into a bug.
final class LoggedPathTest {
  private static final String TOKEN = "a-secret-that-opens-the-house";

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestServer server;
  private Web web;
  private Browse eve;

  @BeforeEach
  void openOnADatabaseThatIsClosed() {
    server = TestServer.fresh(folder);
    InstantSource clock = InstantSource.system();
    Database database = TestDatabase.SQLITE.fresh();
    SecureRandom random = new SecureRandom();
    AuditTrail audit = new AuditTrail(database, clock, new Ids());
    Accounts broken = new Accounts(database, audit, SetupCode.random(random), clock, random);
    database.close();
    Rooms all = server.rooms();
    Rooms rooms =
        new Rooms(
            broken,
            all.templates(),
            all.tools(),
            all.drafts(),
            all.runs(),
            all.previews(),
            all.documents(),
            all.connections(),
            all.models(),
            all.ledger(),
            all.proofs(),
            all.examples(),
            all.trials(),
            all.health());
    web =
        Web.start(rooms, new WebSettings("127.0.0.1", 0, Optional.empty(), "test", true, 100_000));
    eve = new Browse(URI.create("http://localhost:" + web.port()));
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void close() {
    root().detachAppender(log);
    eve.close();
    web.close();
    server.close();
  }

  private static Logger root() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void theSecretOfALinkIsNotInIt() {
    for (String path :
        List.of("/invitations/", "/Invitations/", "/%69nvitations/", "/./invitations/")) {
      eve.get(path + TOKEN);
      eve.get(path + TOKEN + "?x=" + TOKEN, "X-Forwarded-For", "1.2.3.4");
    }
    eve.post("/static/none", "/invitations/" + TOKEN, Map.of("name", "x"));
    assertThat(said()).anyMatch(line -> line.contains("/invitations/")).isNotEmpty();
    assertThat(said()).noneMatch(line -> line.contains(TOKEN));
  }

  @Test
  void whatIsNoSecretIs() {
    eve.get("/sign-in");
    assertThat(said()).anyMatch(line -> line.contains("GET /sign-in ["));
  }

  private List<String> said() {
    return log.list.stream()
        .map(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .toList();
  }
}
