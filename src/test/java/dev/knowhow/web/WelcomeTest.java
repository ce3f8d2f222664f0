package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.testing.Browse;
import dev.knowhow.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first page, and coming back later.
final class WelcomeTest {
  @TempDir Path folder;
  private TestServer server;
  private Browse ada;

  @BeforeEach
  void start() {
    server = TestServer.fresh(folder);
    ada = new Browse(server.address());
  }

  @AfterEach
  void stop() {
    ada.close();
    server.close();
  }

  @Test
  void everyAddressLeadsToTheWelcomePageWhileThereIsNoOwner() {
    assertThat(Browse.location(ada.get("/"))).endsWith("/welcome");
    assertThat(Browse.location(ada.get("/sign-in"))).endsWith("/welcome");
  }

  @Test
  void aWrongCodeKeepsWhatWasTypedButNotThePassword() {
    HttpResponse<String> answer =
        ada.post(
            "/welcome",
            "/welcome",
            Map.of(
                "code",
                "WRONG",
                "name",
                "Ada",
                "email",
                "ada@example.com",
                "password",
                "correct horse battery",
                "trade",
                "insurance"));
    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.select("#name").attr("value")).isEqualTo("Ada");
    assertThat(page.select("input[name=trade][checked]").attr("value")).isEqualTo("insurance");
    assertThat(page.select("#password").attr("value")).isEmpty();
    assertThat(page.select("#code").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("#code");
    assertThat(answer.body()).doesNotContain("correct horse");
  }

  @Test
  void allFaultsAreSaidAtOnce() {
    HttpResponse<String> answer =
        ada.post(
            "/welcome",
            "/welcome",
            Map.of(
                "code",
                server.code(),
                "name",
                "",
                "email",
                "nobody",
                "password",
                "short",
                "trade",
                "astrology"));
    assertThat(Jsoup.parse(answer.body()).select("[role=alert] li a").eachAttr("href"))
        .containsExactlyInAnyOrder("#name", "#email", "#password", "#trade-0");
  }

  @Test
  void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
    HttpResponse<String> answer =
        ada.post(
            "/welcome",
            "/welcome",
            Map.of(
                "code",
                server.code(),
                "name",
                "Ada",
                "email",
                "ada@example.com",
                "password",
                "correct horse battery",
                "trade",
                "dental"));
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertThat(cookies)
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("knowhow=")
                .contains("HttpOnly")
                .contains("SameSite=Lax"));
  }

  @Test
  void signingOutEndsTheSessionForGood() {
    ada.asOwner(server.code());
    assertThat(ada.get("/").statusCode()).isEqualTo(200);
    assertThat(ada.post("/", "/sign-out", Map.of()).statusCode()).isEqualTo(303);
    assertThat(Browse.location(ada.get("/"))).endsWith("/sign-in");
  }

  @Test
  void aWrongPasswordSaysNothingAboutWhichIsWrong() {
    ada.asOwner(server.code());
    try (Browse later = new Browse(server.address())) {
      HttpResponse<String> wrong =
          later.post(
              "/sign-in",
              "/sign-in",
              Map.of("email", "ada@example.com", "password", "wrong horse battery"));
      HttpResponse<String> unknown =
          later.post(
              "/sign-in",
              "/sign-in",
              Map.of("email", "eve@example.com", "password", "wrong horse battery"));
      String sentence = Jsoup.parse(wrong.body()).select("[role=alert]").text();
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(sentence)
          .isEqualTo(Jsoup.parse(unknown.body()).select("[role=alert]").text())
          .isNotEmpty();
      assertThat(
              later
                  .post(
                      "/sign-in",
                      "/sign-in",
                      Map.of("email", "ADA@example.com", "password", "correct horse battery"))
                  .statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void thereIsNoSecondOwner() {
    ada.asOwner(server.code());
    try (Browse eve = new Browse(server.address())) {
      assertThat(Browse.location(eve.get("/welcome"))).endsWith("/sign-in");
      HttpResponse<String> answer =
          eve.post(
              "/sign-in",
              "/welcome",
              Map.of(
                  "code",
                  server.code(),
                  "name",
                  "Eve",
                  "email",
                  "eve@example.com",
                  "password",
                  "correct horse battery",
                  "trade",
                  "dental"));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("has an owner already");
    }
  }
}
