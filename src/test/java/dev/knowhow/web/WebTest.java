package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.testing.Browse;
import dev.knowhow.testing.TestServer;
import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for every address of the server.
final class WebTest {
  @TempDir static Path folder;
  private static TestServer server;
  private static Browse ada;

  @BeforeAll
  static void start() {
    server = TestServer.fresh(folder);
    ada = new Browse(server.address()).asOwner(server.code());
  }

  @AfterAll
  static void stop() {
    ada.close();
    server.close();
  }

  private static Browse nobody() {
    return new Browse(server.address());
  }

  private static House house() {
    Words words = Words.english();
    Assets assets = new Assets();
    WebSettings settings = new WebSettings("127.0.0.1", 0, Optional.empty(), "test", true, 1);
    return new House(
        server.rooms(), settings, new Pages(assets, words), words, assets, new KeptDocuments());
  }

  private static List<Route> routes() {
    return Web.routes(house(), new Cookies(false));
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    try (Browse eve = nobody()) {
      for (String path : List.of("/sign-in", "/health", "/static/css/app.css", "/nowhere", "/")) {
        var headers = eve.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
            .as(path)
            .hasValueSatisfying(policy ->
                assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(path).hasValue("DENY");
        assertThat(headers.firstValue("Server")).as(path).isEmpty();
      }
    }
  }

  @Test
  void whoIsNotSignedInIsLedToTheSignInPage() {
    try (Browse eve = nobody()) {
      for (Route route : routes()) {
        if (route.access() != Access.SIGNED_IN) {
          continue;
        }
        String path = route.path().replaceAll("\\{[a-z]+}", "1");
        HttpResponse<String> answer =
            route.method().equals(HandlerType.GET) ? eve.get(path) : eve.postRaw(path, "csrf=x");
        assertThat(answer.statusCode()).as(path).isEqualTo(303);
        assertThat(Browse.location(answer)).as(path).endsWith("/sign-in");
      }
    }
  }

  @Test
  void whatDoesNotExistIsSaidKindly() {
    for (Route route : routes()) {
      if (route.access() != Access.SIGNED_IN || !route.path().contains("{id}")) {
        continue;
      }
      String path = route.path().replaceAll("\\{[a-z]+}", "1");
      HttpResponse<String> answer =
          route.method().equals(HandlerType.GET)
              ? ada.get(path)
              : ada.post("/settings/budget", path, Map.of());
      if (route.path().endsWith("/test")
          || route.path().endsWith("/documents")
          || route.path().endsWith("/key")) {
        assertThat(answer.statusCode()).as(path).isBetween(400, 499);
      } else {
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
      }
    }
    assertThat(ada.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(ada.get("/nowhere").body()).contains("There is nothing at this address");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    String token = ada.page("/settings/budget").select("input[name=csrf]").attr("value");
    String form = "csrf=" + token + "&month=20&run=2";
    assertThat(ada.postRaw("/settings/budget", form, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(ada.postRaw("/settings/budget", form, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(ada.postRaw("/settings/budget", form, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(ada.page("/settings/budget").select("#month").attr("value")).isEqualTo("10");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    assertThat(ada.postRaw("/settings/budget", "month=20&run=2").statusCode()).isEqualTo(403);
    assertThat(ada.postRaw("/settings/budget", "csrf=0&month=20&run=2").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anotherBrowsersTokenIsRefused() {
    try (Browse eve = nobody()) {
      String foreign = eve.page("/sign-in").select("input[name=csrf]").attr("value");
      assertThat(
              ada.postRaw("/settings/budget", "csrf=" + foreign + "&month=20&run=2").statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void aLargeBodyIsRefusedBeforeAnybodySignsIn() {
    try (Browse eve = nobody()) {
      String large = "email=" + "x".repeat(300_000);
      assertThat(eve.postRaw("/sign-in", large).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void largeHeadersAreRefused() {
    try (Browse eve = nobody()) {
      assertThat(eve.get("/sign-in", "X-Long", "x".repeat(40_000)).statusCode()).isEqualTo(431);
    }
  }

  @Test
  void filesHaveAddressesThatMayBeKeptForEver() {
    Document page = ada.page("/");
    String sheet = page.select("link[rel=stylesheet]").attr("href");
    HttpResponse<String> file = ada.get(sheet);
    assertThat(sheet).matches("/static/css/app\\.[0-9a-f]{12}\\.css");
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(file.body()).doesNotContain("@import").contains("--raw-paper");
    assertThat(ada.get("/static/css/app.css").headers().firstValue("Cache-Control"))
        .hasValue("no-cache");
    assertThat(ada.get("/static/css/app.000000000000.css").headers().firstValue("Cache-Control"))
        .hasValue("no-cache");
  }

  @Test
  void nothingBesideTheFilesIsServed() {
    for (String path :
        List.of(
            "/static/../templates/home.html",
            "/static/%2e%2e/templates/home.html",
            "/static/..%2ftemplates/home.html",
            "/static//etc/passwd",
            "/static/css",
            "/static/fonts/SHA256SUMS")) {
      assertThat(ada.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void aPageIsNotKeptByAnyCache() {
    assertThat(ada.get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void aPageWithItsFilesIsUnderAHundredKilobytes() {
    Document page = ada.page("/");
    long bytes = compressed("/");
    for (Element file : page.select("link[rel=stylesheet], link[rel=preload], script[src]")) {
      bytes += compressed(file.hasAttr("src") ? file.attr("src") : file.attr("href"));
    }
    assertThat(bytes).isLessThan(100 * 1024);
  }

  /// What goes over the wire: text is compressed, fonts are already.
  private static long compressed(String path) {
    return ada.bytes(path, "Accept-Encoding", "gzip");
  }

  @Test
  void everyInputHasALabel() {
    for (String path : List.of("/", "/settings/models", "/settings/budget", "/patterns")) {
      assertThat(unlabelled(ada.page(path))).as(path).isEmpty();
    }
    try (Browse eve = nobody()) {
      assertThat(unlabelled(eve.page("/sign-in"))).isEmpty();
    }
  }

  static List<Element> unlabelled(Document page) {
    return page.select("input:not([type=hidden]), textarea, select").stream()
        .filter(input -> !input.hasAttr("aria-label"))
        .filter(input ->
            input.id().isEmpty() || page.select("label[for='" + input.id() + "']").isEmpty())
        .toList();
  }

  @Test
  void healthSaysVersionDatabaseAndWorkers() {
    try (Browse eve = nobody()) {
      assertThat(eve.get("/health").body().strip())
          .isEqualTo(
              "{\"status\":\"ok\",\"version\":\"test\",\"database\":\"ok\",\"workers\":\"ready\"}");
    }
  }

  @Test
  void manyRequestsOfOneAddressAreSlowedDown(@TempDir Path other) {
    try (TestServer strict = TestServer.strict(other, 3);
        Browse eve = new Browse(strict.address())) {
      for (int i = 0; i < 3; i++) {
        assertThat(eve.get("/health").statusCode()).isEqualTo(200);
      }
      HttpResponse<String> refused = eve.get("/health");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }
  }
}
