package dev.knowhow.web;

import static dev.knowhow.testing.Cast.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.eval.TrialTools;
import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.Connection;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.NewConnection;
import dev.knowhow.price.Money;
import dev.knowhow.testing.Asked;
import dev.knowhow.testing.Browse;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestServer;
import dev.knowhow.value.Tier;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of a tool's examples, with a small model that knows four of six words and a middle one
/// that knows all.
final class ExamplesTest {
  @TempDir private Path folder;
  private FakeProvider provider;
  private TestServer server;
  private Browse ada;
  private String id = "";
  private String tool = "";

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    provider.answers(new Scripted.Told(ExamplesTest::answer));
    server = TestServer.allowing(folder, provider.port());
    ada = new Browse(server.address()).asOwner(server.code());
    id = server.rooms().tools().add(ADA, TrialTools.words(6), "test/words");
    tool = "/tools/" + id;
  }

  @AfterEach
  void close() {
    ada.close();
    server.close();
    provider.close();
  }

  private static String answer(Asked asked) {
    boolean knows = !asked.model().equals("small") || TrialTools.number(asked) <= 4;
    return knows ? TrialTools.rightAnswer(asked) : "{\"word\":\"no idea\"}";
  }

  @Test
  void showsHowEachExampleComesOutAndSaysPassOfNothingThatWasNotLive() {
    server.rooms().examples().of(server.rooms().drafts().of(ADA, id).sound().orElseThrow());
    Document page = ada.page(tool + "/examples");

    assertThat(page.select("tbody tr")).hasSize(6);
    assertThat(page.select("tbody tr").eachText().getFirst())
        .contains("Number 1", "easy", "comes out right", "none planted");
    assertThat(page.text()).contains("No model is connected").doesNotContain("Last live run");
    assertThat(WebTest.unlabelled(page)).isEmpty();
  }

  @Test
  void teachesWhatAnExampleIsWhereThereIsNone() {
    HttpResponse<String> begun = ada.post("/", "/tools/new", Map.of("trade", "dental"));
    String fresh = Browse.location(begun).replaceAll("/build.*", "");

    assertThat(ada.page(fresh + "/examples").text())
        .contains("No example yet", "one real case")
        .doesNotContain("Run with sample answers");
  }

  @Test
  void goesThroughThemWithSampleAnswersForNothing() throws Exception {
    HttpResponse<String> begun = start(Map.of("do", "sample"));

    Document page = ended(begun);
    assertThat(page.select(".trial-table tbody .passed")).hasSize(6);
    assertThat(page.select(".trial-table").text())
        .contains("comes out right", "6 of 6", "written by the author")
        .doesNotContain("passed", "¢");
    assertThat(page.select("caption")).hasSize(1);
    assertThat(provider.calls()).isZero();
  }

  @Test
  void saysWhatLiveRunsMayCostAndAsksForALimit() throws Exception {
    connect("small", Tier.ECONOMY, 1);
    connect("middle", Tier.STANDARD, 3);
    assertThat(WebTest.unlabelled(ada.page(tool + "/examples"))).isEmpty();

    HttpResponse<String> look = start(Map.of("do", "look", "column", "draft"));
    assertThat(look.statusCode()).isEqualTo(200);
    assertThat(look.body())
        .contains("6 examples, one way: 6 runs", "Run them: about", "value=\"0.");
    HttpResponse<String> refused = start(Map.of("do", "live", "column", "draft", "cap", "<b>0"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("amount of dollars above zero", "&lt;b&gt;0");
    assertThat(provider.calls()).isZero();

    Document page = ended(start(Map.of("do", "live", "column", "draft", "cap", "0.50")));
    assertThat(page.select(".trial-table tbody .passed a")).hasSize(6);
    assertThat(page.select(".trial-table").text())
        .contains("passed", "middle", "6 of 6", "6 examples are few");
    assertThat(page.text()).contains("spent of the 50¢ you allowed");
    assertThat(ada.get(page.select(".trial-table a").attr("href")).statusCode()).isEqualTo(200);
    assertThat(ada.page(tool + "/examples").text())
        .contains("Last live run: 6 of 6 passed with middle");
  }

  @Test
  void findsTheCheapestThatPassesAndOneClickAdoptsIt() throws Exception {
    connect("small", Tier.ECONOMY, 1);
    connect("middle", Tier.STANDARD, 3);

    HttpResponse<String> look = start(Map.of("do", "look", "cheapest", "yes"));
    assertThat(look.body()).contains("Economy (small)", "Standard (middle)", "12 runs");
    HttpResponse<String> begun = start(Map.of("do", "live", "cheapest", "yes", "cap", "1"));
    Document page = ended(begun);
    assertThat(page.text())
        .contains(
            "Standard (middle) is the cheapest that passes: 6 of 6",
            "The draft asks these models already.",
            "4 of 6",
            "Number 5 with Economy (small)");
    assertThat(page.select("th.marked").text()).contains("Standard");
    assertThat(WebTest.unlabelled(page)).isEmpty();

    String trial = Browse.location(begun).replaceAll("https?://[^/]+", "");
    assertThat(ada.page(trial + "?bar=80").select("option[selected]").text())
        .isEqualTo("at least 80% pass");
    HttpResponse<String> adopted = ada.post(trial, trial, Map.of("do", "adopt", "column", "0"));
    assertThat(Browse.location(adopted)).contains("/build?at=steps");
    assertThat(server.rooms().drafts().of(ADA, id).text("tool.yaml").orElseThrow())
        .contains("tier: economy");
    assertThat(server.rooms().drafts().ways(ADA, id).undo().orElseThrow())
        .contains("Economy (small)");
    assertThat(ada.page(trial).text()).contains("Use Standard (middle) in the draft");
  }

  @Test
  void pausesGoesOnAndIsCancelled() throws Exception {
    connect("middle", Tier.STANDARD, 3);
    provider.answers(new Scripted.Held(new Scripted.Told(ExamplesTest::answer)));
    HttpResponse<String> begun = start(Map.of("do", "live", "column", "draft", "cap", "0.50"));
    String trial = Browse.location(begun).replaceAll("https?://[^/]+", "");
    provider.awaitCall();

    assertThat(ada.page(trial).text()).contains("0 of 6 done", "also when you close this page");
    ada.post(trial, trial, Map.of("do", "pause"));
    assertThat(ada.page(trial).text()).contains("Paused");
    assertThat(ada.post(trial, trial, Map.of("do", "pause")).statusCode()).isEqualTo(409);
    ada.post(trial, trial, Map.of("do", "go-on"));
    assertThat(ada.page(trial).select("button[value=pause]")).hasSize(1);
    ada.post(trial, trial, Map.of("do", "cancel"));
    provider.release();
    assertThat(ended(begun).text()).contains("Cancelled.", "not tried");
  }

  @Test
  void triesTheFailingOnesOnly() throws Exception {
    connect("small", Tier.STANDARD, 1);
    ended(start(Map.of("do", "live", "column", "draft", "cap", "0.50")));
    assertThat(ada.page(tool + "/examples").text()).contains("The 2 that did not pass last time");

    Document page =
        ended(start(Map.of("do", "live", "column", "draft", "which", "failing", "cap", "0.50")));

    assertThat(page.select(".trial-table tbody tr")).hasSize(2);
    assertThat(page.select(".trial-table tbody .failed")).hasSize(2);
    assertThat(page.select(".reasons").text()).contains("Must hold: found.word = \"word5\"");
  }

  private HttpResponse<String> start(Map<String, String> form) {
    return ada.post(tool + "/examples", tool + "/trials", form);
  }

  /// The page of a trial once it has ended.
  private Document ended(HttpResponse<String> begun) throws Exception {
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
    String trial = Browse.location(begun).replaceAll("https?://[^/]+", "");
    String number = trial.replaceAll(".*/", "");
    Instant patience = Instant.now().plus(Duration.ofMinutes(1));
    while (Instant.now().isBefore(patience)) {
      CountDownLatch news = new CountDownLatch(1);
      try (AutoCloseable _ = server.rooms().trials().listen(number, news::countDown)) {
        if (server.rooms().trials().view(ADA, number).endedAt().isPresent()) {
          return ada.page(trial);
        }
        var _ = news.await(300, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError("the trial goes on: " + server.rooms().trials().view(ADA, number));
  }

  private void connect(String model, Tier tier, long dollars) {
    Connection connection =
        server
            .rooms()
            .connections()
            .add(
                ADA,
                new NewConnection(
                    model,
                    ConnectionKind.OPENAI_COMPATIBLE,
                    provider.openAiUrl(),
                    AnthropicVersion.V2026_10_21,
                    "sk-fake",
                    Optional.of(
                        new NewConnection.OwnModel(
                            model, Money.dollars(dollars), Money.dollars(5 * dollars)))));
    server.rooms().connections().setTier(ADA, tier, connection.id(), model);
  }
}
