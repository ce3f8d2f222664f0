package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.testing.Browse;
import dev.knowhow.testing.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tool being changed on its page, without a script as far as not said otherwise.
final class BuildTest {
  @TempDir static Path folder;
  private static TestServer server;
  private static Browse ada;

  private String tool = "";

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

  @BeforeEach
  void makeATool() {
    HttpResponse<String> made = ada.post("/", "/tools", Map.of("template", "dental/denial-appeal"));
    tool = Browse.location(made).replaceAll(".*/tools/([^?]+).*", "$1");
  }

  private Document page(String at) {
    return ada.page("/tools/" + tool + "/build?at=" + at);
  }

  /// Sends the page's form as a browser does.
  private HttpResponse<String> send(Document page, Map<String, String> changes, String... headers) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    for (Element one :
        page.select("#build input[name], #build textarea[name], #build select[name]")) {
      boolean off = one.attr("type").equals("checkbox") && !one.hasAttr("checked");
      if (!off) {
        form.computeIfAbsent(one.attr("name"), _ -> new ArrayList<>()).add(value(one));
      }
    }
    form.put("seen", List.of(page.select("input[name=seen]").attr("value")));
    changes.forEach((name, value) -> form.put(name, List.of(value)));
    String body =
        form.entrySet().stream()
            .flatMap(field ->
                field.getValue().stream()
                    .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
            .collect(Collectors.joining("&"));
    return ada.postRaw("/tools/" + tool + "/build/edits", body, headers);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String value(Element control) {
    return switch (control.tagName()) {
      case "textarea" -> control.wholeText();
      case "select" -> control.select("option[selected]").attr("value");
      default -> control.attr("value");
    };
  }

  private String draft(String file) {
    return server.rooms().drafts().of(actor(), tool).text(file).orElseThrow();
  }

  private static Actor actor() {
    return new Actor("test", "Ada", Role.OWNER, Set.of(), Optional.empty());
  }

  private static String doing(Document page, String label) {
    return page.select("button[name=do]").stream()
        .filter(button -> (button.text() + button.attr("aria-label")).contains(label))
        .findFirst()
        .orElseThrow()
        .attr("value");
  }

  @Test
  void everySectionAndStepOfEveryTemplateCanBeOpened() {
    for (String template :
        List.of("dental/denial-appeal", "construction/rfi-draft", "insurance/coi-review")) {
      HttpResponse<String> made = ada.post("/", "/tools", Map.of("template", template));
      tool = Browse.location(made).replaceAll(".*/tools/([^?]+).*", "$1");
      for (Element link : page("steps").select(".outline ol a")) {
        HttpResponse<String> answer = ada.get("/tools/" + tool + "/build" + link.attr("href"));
        assertThat(answer.statusCode()).as(template + link.attr("href")).isEqualTo(200);
        for (Element card : Jsoup.parse(answer.body()).select("a.build-card-sentence")) {
          Document open = ada.page("/tools/" + tool + "/build" + card.attr("href"));
          assertThat(WebTest.unlabelled(open)).as(card.attr("href")).isEmpty();
        }
      }
    }
  }

  @Test
  void aFormThatIsSentUnchangedChangesNothing() {
    String before = draft("tool.yaml");
    for (Element link : page("steps").select(".outline ol a")) {
      Document open = page(link.attr("href").replaceAll("^\\?at=|#open$", ""));
      assertThat(send(open, Map.of()).statusCode()).isEqualTo(303);
    }
    assertThat(draft("tool.yaml")).isEqualTo(before);
    assertThat(page("steps").select("[data-saved]").text()).isEqualTo("The same as version 1");
  }

  @Test
  void aLabelIsSavedAndAllElseStaysByteForByte() {
    String before = draft("tool.yaml");
    Document open = page("inputs/notes");
    HttpResponse<String> answer =
        send(open, Map.of("now tool.yaml#inputs/notes/label", "What you saw"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(draft("tool.yaml"))
        .isEqualTo(before.replace("label: Chart notes for the visit", "label: What you saw"));
    assertThat(page("inputs").text()).contains("What you saw", "Draft, saved");
  }

  @Test
  void aFaultStandsAtItsFieldAndInTheOutline() {
    send(page("inputs/notes"), Map.of("now tool.yaml#inputs/notes/label", ""));
    Document page = page("inputs/notes");
    assertThat(page.select("#e-tool-yaml-inputs-notes-label-faults").text())
        .isEqualTo("This is needed.");
    assertThat(page.select("#e-tool-yaml-inputs-notes-label").attr("aria-invalid"))
        .isEqualTo("true");
    assertThat(page.select(".outline-wrong")).isNotEmpty();
    assertThat(page.select(".wrongs a").attr("href")).isEqualTo("?at=inputs/notes");
  }

  @Test
  void aNewStepOfEachKindOpensWithItsKeys() {
    for (int i = 0; i < StepCards.kinds().size(); i++) {
      Document page = page("steps");
      String add = page.select(".sheet-parts > .adds button").get(i).attr("value");
      HttpResponse<String> answer = send(page, Map.of("do", add));
      assertThat(answer.statusCode()).as(add).isEqualTo(303);
      Document open =
          ada.page("/tools/" + tool + "/build?at=" + Browse.location(answer).split("at=")[1]);
      assertThat(open.select(".build-card-open [data-field]")).as(add).isNotEmpty();
    }
  }

  @Test
  void aStepIsMovedCopiedAndRemovedAndAllOfItUndone() {
    String before = draft("tool.yaml");
    Document page = page("steps/1");
    send(page, Map.of("do", doing(page, "Duplicate: Find what")));
    assertThat(draft("tool.yaml")).contains("- ask: found_2");
    assertThat(draft("prompts/found_2.md")).isEqualTo(draft("prompts/found.md"));
    page = page("steps/2");
    send(page, Map.of("do", doing(page, "Move down: Find what")));
    page = page("steps");
    send(page, Map.of("do", doing(page, "Remove: Find what")));
    for (int i = 0; i < 3; i++) {
      send(page("steps"), Map.of("do", "undo"));
    }
    assertThat(draft("tool.yaml")).isEqualTo(before);
  }

  @Test
  void instructionsAreSavedInTheirFile() {
    send(
        page("steps/1"), Map.of("now prompts/found.md#", "Say what was denied.\r\n\r\n{{denial}}"));
    assertThat(draft("prompts/found.md")).isEqualTo("Say what was denied.\n\n{{denial}}");
  }

  @Test
  void aNameIsChangedWhereverItIsUsed() {
    send(page("inputs/notes"), Map.of("now @tool.yaml#inputs/notes", "chart"));
    assertThat(draft("tool.yaml")).contains("  chart:").contains("appear word for word in chart");
    assertThat(draft("prompts/evidence.md")).contains("{{chart}}").doesNotContain("{{notes}}");
  }

  @Test
  void whoWroteMeanwhileIsNotOverwritten() {
    Document mine = page("inputs/notes");
    send(page("inputs/notes"), Map.of("now tool.yaml#inputs/notes/label", "Theirs"));
    HttpResponse<String> answer =
        send(mine, Map.of("now tool.yaml#inputs/notes/label", "Mine <b>"));
    assertThat(answer.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("#e-tool-yaml-inputs-notes-label").attr("value")).isEqualTo("Mine <b>");
    assertThat(draft("tool.yaml")).contains("label: Theirs").doesNotContain("Mine");
    HttpResponse<String> part =
        send(mine, Map.of("now tool.yaml#inputs/notes/label", "Mine"), "X-Part", "changed");
    assertThat(part.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(part.body()).select("[data-theirs]").text()).isEqualTo("Theirs");
  }

  @Test
  void everyReadyMadeCheckIsSoundAsItIsAdded() {
    Document page = page("steps/1");
    List<String> adds = page.select("#e-tool-yaml-steps-1-check > .adds button").eachAttr("value");
    assertThat(adds).hasSizeGreaterThan(9);
    for (String add : adds) {
      send(page("steps/1"), Map.of("do", add));
    }
    Document after = page("steps/1");
    assertThat(after.select(".wrongs li").eachText()).isEmpty();
    assertThat(after.select(".field-fault").eachText()).isEmpty();
    assertThat(after.select("#e-tool-yaml-steps-1-check .edited-phrase"))
        .hasSizeGreaterThanOrEqualTo(adds.size() - 1);
  }

  @Test
  void aWordOfASentenceIsChosenAndTheRestOfTheFileStays() {
    String before = draft("tool.yaml");
    Document page = page("steps/1");
    String place = page.select(".edited-phrase").getFirst().attr("data-field");
    send(page, Map.of("part 1 " + place, "notes"));
    String was = page.select("[name='was " + place + "']").attr("value");
    assertThat(draft("tool.yaml"))
        .isEqualTo(before.replaceFirst(was, was.replace("in denial", "in notes")))
        .isNotEqualTo(before);
  }

  @Test
  void theRowOfALoopIsRenamedWhereverItIsUsed() {
    Document page = page("steps");
    String at =
        page.select("a.build-card-sentence").stream()
            .filter(card -> card.text().startsWith("For each"))
            .findFirst()
            .orElseThrow()
            .attr("href");
    Document loop = ada.page("/tools/" + tool + "/build" + at);
    String place = loop.select(".edited-phrase").attr("data-field");
    send(loop, Map.of("part 0 " + place, "refused"));
    assertThat(draft("tool.yaml"))
        .contains("for each: refused in ")
        .doesNotContain("for each: line in");
    assertThat(page("steps").select(".wrongs li").eachText()).isEmpty();
  }

  @Test
  void noWordOfProgrammersIsBeforeABuilder() {
    for (Element link : page("steps").select(".outline ol a")) {
      Document open = page(link.attr("href").replaceAll("^\\?at=|#open$", ""));
      open.select("textarea, option, input, .live-segment-text").remove();
      assertThat(open.select(".build").text())
          .doesNotContainPattern("(?i)\\b(node|json|null|array|string)\\b");
    }
  }
}
