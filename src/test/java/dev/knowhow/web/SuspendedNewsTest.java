package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
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
import dev.knowhow.run.RunState;
import dev.knowhow.testing.Browse;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestServer;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.value.Value;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The news of a run that goes on, when the person who hears them may not hear them any more.
final class SuspendedNewsTest {
  private static final Password SECRET = new Password("four words in a row");
  private static final Rights RUNNER = new Rights(Role.RUNNER, Set.of(), Optional.empty());

  @TempDir Path folder;
  private FakeProvider provider;
  private TestServer server;
  private Actor ada;
  private Session ben;

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    provider.answers(new Scripted.Held(Scripted.says("Thank you.")));
    server = TestServer.allowing(folder, provider.port());
    try (Browse owner = new Browse(server.address())) {
      owner.asOwner(server.code());
    }
    ada =
        server
            .rooms()
            .accounts()
            .signIn("ada@example.com", new Password("correct horse battery"))
            .orElseThrow()
            .actor();
    Invited invited = server.rooms().accounts().invitations().invite(ada, "Ben", RUNNER);
    ben =
        server
            .rooms()
            .accounts()
            .invitations()
            .accept(invited.token(), new NewPerson("Ben", "ben@example.com", SECRET));
  }

  @AfterEach
  void close() {
    provider.release();
    server.close();
    provider.close();
  }

  @Test
  @Timeout(60)
  void theNewsEndAndTheNextLinkLeadsToTheSignInPage() throws Exception {
    String run = runThatGoesOn();
    try (Browse browser = new Browse(server.address()).with(ben.token());
        BufferedReader news =
            new BufferedReader(
                new InputStreamReader(
                    browser.listen("/runs/" + run + "/events").body(), StandardCharsets.UTF_8))) {
      assertThat(news.readLine()).isEqualTo("event: changed");
      long begun = System.nanoTime();

      server.rooms().accounts().people().suspend(ada, ben.actor().personId());

      while (news.readLine() != null) {
        // What was on its way is read to the end.
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
      assertThat(server.rooms().runs().view(ada, run).state()).isEqualTo(RunState.RUNNING);
      assertThat(Browse.location(browser.get("/runs/" + run))).endsWith("/sign-in");
    }
  }

  private String runThatGoesOn() throws Exception {
    server
        .rooms()
        .connections()
        .add(
            ada,
            new NewConnection(
                "Fake",
                ConnectionKind.OPENAI_COMPATIBLE,
                provider.openAiUrl(),
                AnthropicVersion.V2026_10_21,
                "sk-fake",
                Optional.of(
                    new NewConnection.OwnModel("fake", Money.dollars(3), Money.dollars(15)))));
    String tool =
        server
            .rooms()
            .tools()
            .add(
                ada,
                ToolFolder.read(Path.of("src/test/resources/dev/knowhow/tools/reviewed")),
                "test/reviewed");
    Value.Fields inputs = Value.fields(Map.of("letter", Value.text("A letter.")));
    String run =
        server.rooms().runs().start(ben.actor(), new NewRun(tool, 1, inputs, new NewRun.Live()));
    provider.awaitCall();
    return run;
  }
}
