package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.testing.Browse;
import dev.knowhow.web.RouteRules.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every route × everybody × one's own, a foreign and an unknown id, by [RouteRules].
final class EveryRouteTest {
  @TempDir static Path folder;
  private static Everybody all;

  @BeforeAll
  static void open() throws Exception {
    all = new Everybody(folder);
  }

  @AfterAll
  static void close() {
    all.close();
  }

  @Test
  void everyRouteHasARuleAndEveryRuleARoute() {
    assertThat(RouteRules.all().keySet()).containsExactlyInAnyOrderElementsOf(routes());
  }

  @TestFactory
  Stream<DynamicTest> givesEverybodyWhatTheRuleSaysAndNothingForeign() {
    Map<String, Rule> rules = RouteRules.all();
    return routes().stream()
        .map(rules::get)
        .map(rule -> DynamicTest.dynamicTest(rule.route(), () -> check(rule)));
  }

  private static void check(Rule rule) throws Exception {
    SoftAssertions soft = new SoftAssertions();
    for (Who who : Who.values()) {
      Optional<String> unknown = Optional.empty();
      for (Which which : ids(rule)) {
        Answer answer = ask(rule, who, which);
        String where = rule.route() + " by " + who + " of " + which;
        soft.assertThat(answer.status()).as(where).isEqualTo(rule.expected(who, which));
        String body =
            answer
                .body()
                .replace(Everybody.email(who.name()).toLowerCase(Locale.ROOT), "one's own address");
        soft.assertThat(marks(who)).as(where).noneMatch(mark -> body.contains(mark));
        if (answer.status() == 404) {
          String said = unknown.orElse(answer.body());
          soft.assertThat(answer.body()).as(where + " tells it from nothing").isEqualTo(said);
          unknown = Optional.of(said);
        }
      }
    }
    soft.assertAll();
  }

  private static List<Which> ids(Rule rule) {
    return rule.thing() == Thing.NONE
        ? List.of(Which.HOUSES)
        : List.of(Which.UNKNOWN, Which.NORTHS, Which.HOUSES);
  }

  /// What somebody must never read, whatever is asked.
  private static List<String> marks(Who who) {
    String key = "sk-key-mark";
    String emails = "@email-mark.example";
    List<String> north = List.of("north-tool-mark", "north-letter-mark", "north-client-mark");
    List<String> east = List.of("east-tool-mark", "east-letter-mark", "east-client-mark");
    List<String> house = List.of("house-tool-mark", "house-letter-mark");
    Stream<String> hidden =
        switch (who) {
          case OWNER -> Stream.empty();
          case BUILDER -> Stream.of(emails);
          case APPROVER -> Stream.of(emails, "north-client-mark", "east-client-mark");
          case RUNNER ->
              Stream.of(
                  emails,
                  "north-tool-mark",
                  "east-tool-mark",
                  "north-client-mark",
                  "east-client-mark",
                  "north-letter-mark",
                  "east-letter-mark");
          case CLIENTS ->
              Stream.of(house, east, List.of(emails, "north-client-mark")).flatMap(List::stream);
          case COLLEAGUE ->
              Stream.of(house, east, List.of(emails, "north-client-mark", "north-letter-mark"))
                  .flatMap(List::stream);
          case OTHERS ->
              Stream.of(house, north, List.of(emails, "east-client-mark")).flatMap(List::stream);
          case NOBODY, SUSPENDED ->
              Stream.of(house, north, east, List.of(emails)).flatMap(List::stream);
        };
    return Stream.concat(hidden, Stream.of(key)).toList();
  }

  /// What came; of an answer that goes on without end the status only.
  private record Answer(int status, String body) {
    private static Answer of(HttpResponse<String> answer) {
      return new Answer(answer.statusCode(), answer.body());
    }

    private static Answer beginning(HttpResponse<InputStream> answer) throws IOException {
      try (InputStream _ = answer.body()) {
        return new Answer(answer.statusCode(), "");
      }
    }
  }

  private static Answer ask(Rule rule, Who who, Which which) throws Exception {
    boolean may = rule.expected(who, which) == rule.done();
    boolean fresh = rule.fresh() && may && which != Which.UNKNOWN;
    String id = fresh ? all.fresh(rule.thing(), which) : all.id(rule.thing(), which);
    Browse browser = fresh && rule.thing() == Thing.NONE ? all.freshBrowser(who) : all.browser(who);
    String path = rule.path(id);
    if (!rule.isPost()) {
      return path.endsWith("/events")
          ? Answer.beginning(browser.listen(path))
          : Answer.of(browser.get(path));
    }
    String page = who.signedIn() ? "/" : "/sign-in";
    String csrf = browser.page(page).select("input[name=csrf]").attr("value");
    String form =
        rule.form().entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&", "csrf=" + csrf + "&", ""));
    return Answer.of(browser.postRaw(path, form));
  }

  private static String encoded(String value) {
    String filled =
        value.contains("{connection}")
            ? value.replace("{connection}", all.id(Thing.CONNECTION, Which.HOUSES))
            : value;
    return URLEncoder.encode(filled, StandardCharsets.UTF_8);
  }

  private static List<String> routes() {
    Words words = Words.english();
    Assets assets = new Assets();
    WebSettings settings = new WebSettings("127.0.0.1", 0, Optional.empty(), "test", true, 1);
    House house =
        new House(
            all.rooms(), settings, new Pages(assets, words), words, assets, new KeptDocuments());
    return Web.routes(house, new Cookies(false)).stream()
        .map(route -> route.method().name() + " " + route.path())
        .toList();
  }
}
