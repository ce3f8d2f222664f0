package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.testing.Browse;
import dev.knowhow.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One's own account, and the trail of who did what.
final class AccountTest {
  private static final String ACCOUNT = "/settings/account";
  private static final String PASSWORD = "correct horse battery";
  private static final String FIREFOX =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

  @TempDir Path folder;
  private TestServer server;
  private Browse ada;

  @BeforeEach
  void open() {
    server = TestServer.fresh(folder);
    ada = new Browse(server.address()).asOwner(server.code());
  }

  @AfterEach
  void close() {
    ada.close();
    server.close();
  }

  private Browse elsewhere() {
    Browse other = new Browse(server.address());
    String csrf = other.page("/sign-in").select("input[name=csrf]").attr("value");
    String form = "csrf=" + csrf + "&email=ada%40example.com&password=correct+horse+battery";
    assertThat(other.postRaw("/sign-in", form, "User-Agent", FIREFOX).statusCode()).isEqualTo(303);
    return other;
  }

  @Test
  void aPersonSeesWhereAndSignsOutEverywhereElse() {
    try (Browse other = elsewhere()) {
      assertThat(ada.page(ACCOUNT).text())
          .contains("Firefox on Windows", "This browser", "You sign in with ada@example.com")
          .doesNotContain("Mozilla");
      HttpResponse<String> answer = ada.post(ACCOUNT, ACCOUNT + "/end-others", Map.of());
      assertThat(Browse.location(answer)).isEqualTo(ACCOUNT + "?said=endedOthers");
      assertThat(Browse.location(other.get("/"))).endsWith("/sign-in");
      assertThat(ada.page(ACCOUNT).text()).contains("You are signed in nowhere else.");
    }
  }

  @Test
  void anotherPasswordKeepsThisBrowserInAndNoOther() {
    try (Browse other = elsewhere()) {
      HttpResponse<String> answer =
          ada.post(
              ACCOUNT, ACCOUNT + "/password", Map.of("old", PASSWORD, "password", "a new one, so"));
      assertThat(Browse.location(answer)).isEqualTo(ACCOUNT + "?said=passwordChanged");
      assertThat(ada.get(ACCOUNT).statusCode()).isEqualTo(200);
      assertThat(Browse.location(other.get("/"))).endsWith("/sign-in");
      assertThat(ada.page("/settings/audit").text()).contains("changed the own password");
    }
  }

  @Test
  void aWrongOldPasswordIsSaidAtItsFieldAndNothingTypedComesBack() {
    HttpResponse<String> answer =
        ada.post(ACCOUNT, ACCOUNT + "/password", Map.of("old", "not it", "password", "fresh one!"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("This is not your password", "id=\"old-fault\"")
        .doesNotContain("not it", "fresh one!");
  }

  @Test
  void theTrailIsNarrowedByPersonAndKindAndItsPagesKeepThat() {
    for (int i = 0; i < 51; i++) {
      ada.post("/settings/budget", "/settings/budget", Map.of("month", "" + (20 + i), "run", "2"));
    }
    assertThat(ada.page("/settings/audit?kind=PEOPLE").select("tbody tr")).hasSize(1);
    var money = ada.page("/settings/audit?kind=MONEY");
    assertThat(money.select("tbody tr")).hasSize(50);
    assertThat(money.text()).contains("1 to 50 of 51 entries");
    String older = money.select("a[rel=next]").attr("href");
    assertThat(older).isEqualTo("/settings/audit?kind=MONEY&page=2");
    assertThat(ada.page(older).select("tbody tr")).hasSize(1);
    assertThat(ada.page("/settings/audit?person=nobody").text()).contains("nothing like this");
    assertThat(ada.get("/settings/audit?kind=NONSENSE&page=x").statusCode()).isEqualTo(200);
  }

  @Test
  void theTrailIsAFileThatASpreadsheetReadsAsText() {
    var owner = server.rooms().accounts().people().list(adaHerself()).getFirst();
    server.rooms().accounts().clients().add(adaHerself(), "=HYPERLINK(\"x\"), Inc.");
    HttpResponse<String> file = ada.get("/settings/audit.csv?person=" + owner.id());
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"audit-trail.csv\"");
    assertThat(file.body().lines().toList())
        .hasSize(3)
        .first()
        .isEqualTo("\uFEFFWhen,Who,What,To whom or what,About");
    assertThat(file.body())
        .contains(",\"'=HYPERLINK(\"\"x\"\"), Inc.\",Clients\r\n")
        .containsPattern("2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9:]{8}-0[56]:00,Ada Example,became the");
  }

  private dev.knowhow.account.Actor adaHerself() {
    return server
        .rooms()
        .accounts()
        .signIn("ada@example.com", new dev.knowhow.account.Password(PASSWORD))
        .orElseThrow()
        .actor();
  }
}
