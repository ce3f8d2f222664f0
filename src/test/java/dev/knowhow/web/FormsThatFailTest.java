package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.testing.Browse;
import dev.knowhow.testing.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees, and keeps, when a form can't be taken.
final class FormsThatFailTest {
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

  private static HttpResponse<String> sendFromOurPage(Browse who) {
    String own = "http://" + server.address().getAuthority();
    String form = "csrf=0&answers=live&f.notes=Tooth+30+%3Cb%3E%0Aline+2";
    return who.postRaw("/tools/1/runs", form, "Origin", own);
  }

  private static String token() {
    return ada.page("/settings/budget").select("input[name=csrf]").attr("value");
  }

  @Test
  void whatWasTypedOutlivesTheSession() {
    try (Browse eve = new Browse(server.address())) {
      HttpResponse<String> answer = sendFromOurPage(eve);
      assertThat(answer.statusCode()).isEqualTo(401);
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select("input[name=f.notes]").attr("value"))
          .isEqualTo("Tooth 30 <b>\nline 2");
      assertThat(page.select("main a[href=/sign-in]").attr("target")).isEqualTo("_blank");
    }
  }

  @Test
  void aFormOfAnEarlierSessionCanBeSentOnceMore() {
    HttpResponse<String> answer = sendFromOurPage(ada);
    assertThat(answer.statusCode()).isEqualTo(403);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("input[name=answers]").attr("value")).isEqualTo("live");
    assertThat(page.select("form[action=/tools/1/runs] input[name=csrf]").attr("value"))
        .isEqualTo(token());
  }

  @Test
  void aFormThatMayComeFromAnotherSiteIsNotOfferedAgain() {
    HttpResponse<String> answer = ada.postRaw("/tools/1/runs", "csrf=0&answers=live");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain(token());
  }

  @Test
  void aScriptIsToldInWordsInsteadOfAPage() {
    try (Browse eve = new Browse(server.address())) {
      HttpResponse<String> answer = eve.get("/runs/1", "Sec-Fetch-Mode", "cors");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("You are not signed in. Sign in and try again.");
    }
  }

  @Test
  void aFormThatDidNotArriveWholeIsNoBug() {
    HttpResponse<String> answer = ada.upload("/tools/1/runs", "--x\r\ngarbage", "x");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("This form did not arrive whole");
  }

  @Test
  void aFileOverTheLimitIsToldHowLargeItMayBe() {
    Element template =
        ada.page("/").select("main form[action=/tools] input:not([name=csrf])").getFirst();
    String tool =
        Browse.location(
            ada.post("/", "/tools", Map.of(template.attr("name"), template.attr("value"))));
    String name = "--x\r\nContent-Disposition: form-data; name=";
    String body =
        name
            + "\"csrf\"\r\n\r\n"
            + token()
            + "\r\n"
            + name
            + "\"file\"; filename=\"a.txt\"\r\n\r\n"
            + "word ".repeat(4_400_000)
            + "\r\n--x--\r\n";
    String path = tool.replaceAll("^http://[^/]*", "").replaceAll("\\?.*", "");
    HttpResponse<String> answer = ada.upload(path + "/documents", body, "x");
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("at most 20 MB");
  }
}
