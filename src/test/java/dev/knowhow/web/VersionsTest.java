package dev.knowhow.web;

import static dev.knowhow.testing.Cast.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.testing.Browse;
import dev.knowhow.testing.TestServer;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Drafts;
import dev.knowhow.tool.Edit;
import dev.knowhow.tool.Place;
import dev.knowhow.tool.ToolArchive;
import dev.knowhow.tool.yaml.Yaml;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A draft that becomes a version, is compared and brought back.
final class VersionsTest {
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
    tool = "/tools/" + Browse.location(made).replaceAll(".*/tools/([^?]+).*", "$1");
  }

  @Test
  void saysThatNothingIsNew() {
    Document page = ada.page(tool + "/versions");

    assertThat(page.text()).contains("The draft is the same as the newest version.");
    assertThat(page.select(".version")).hasSize(1);
    assertThat(page.text()).doesNotContain("Make version");
  }

  @Test
  void showsWhatIsNewAndMakesItLiveWithANote() {
    rename("Appeal, ours");
    Document page = ada.page(tool + "/versions");
    assertThat(page.select(".changes").text())
        .contains("Before: Denial appeal letter. Now: Appeal, ours.");
    assertThat(page.text()).contains("examples hold with their sample answers");

    HttpResponse<String> made =
        ada.post(
            tool + "/versions",
            tool + "/versions",
            Map.of("note", "Our own name <b>", "seen", seen(page)));

    assertThat(made.statusCode()).isEqualTo(303);
    Document after = ada.page(Browse.location(made));
    assertThat(after.select(".version")).hasSize(2);
    assertThat(after.select(".version").eachText().getFirst())
        .contains("Our own name <b>", "in use");
    assertThat(ada.page(tool).select("h1").text()).isEqualTo("Appeal, ours");
    assertThat(ada.page(tool + "/versions/2").text())
        .contains("Version 1 and Version 2", "Now: Appeal, ours.");
  }

  @Test
  void makesNothingLiveThatWasNotSeen() {
    rename("One");
    String seen = seen(ada.page(tool + "/versions"));
    rename("Two");

    HttpResponse<String> refused =
        ada.post(tool + "/versions", tool + "/versions", Map.of("note", "mine", "seen", seen));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("changed this draft meanwhile", "mine");
    assertThat(ada.page(tool + "/versions").select(".version")).hasSize(1);
  }

  @Test
  void asksForAReasonWhereAnExampleFails() {
    edit("steps/3/choose/1/when", "COUNT(found.lines) > 0");

    Document page = ada.page(tool + "/versions");
    assertThat(page.text()).contains("These examples fail");
    Map<String, String> without = Map.of("note", "", "reason", "", "seen", seen(page));
    HttpResponse<String> refused = ada.post(tool + "/versions", tool + "/versions", without);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Say why");

    Map<String, String> with =
        Map.of("note", "", "reason", "Tried at home first", "seen", seen(page));
    HttpResponse<String> made = ada.post(tool + "/versions", tool + "/versions", with);
    assertThat(made.statusCode()).isEqualTo(303);
    assertThat(ada.page(tool + "/versions").text()).contains("Tried at home first");
  }

  @Test
  void bringsAVersionBackIntoTheDraft() {
    rename("Other");
    ada.post(
        tool + "/versions",
        tool + "/versions",
        Map.of("note", "", "seen", seen(ada.page(tool + "/versions"))));

    HttpResponse<String> back =
        ada.post(tool + "/versions", tool + "/versions/1/bring-back", Map.of());

    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(ada.page(tool + "/build").select(".build-where").text())
        .contains("Denial appeal letter");
    assertThat(ada.page(tool).select("h1").text()).isEqualTo("Other");
  }

  @Test
  void beginsFromNothingAsADraftThatSaysWhatItIs() {
    HttpResponse<String> begun = ada.post("/", "/tools/new", Map.of("trade", "insurance"));

    String build = Browse.location(begun);
    assertThat(build).contains("/build");
    Document page = ada.page(build);
    assertThat(page.select(".build-where").text()).contains("New tool");
    assertThat(page.select(".wrongs")).isEmpty();
    String fresh = build.replaceAll("/build.*", "");
    assertThat(ada.get(fresh).statusCode()).isEqualTo(303);
    assertThat(ada.page(fresh + "/versions").text()).contains("Make version 1 live");
  }

  @Test
  void triesTheDraftWithoutLeadingAnybodyElseToIt() {
    rename("Tried");
    HttpResponse<String> tried = ada.post(tool + "/versions", tool + "/try", Map.of());
    Document form = ada.page(Browse.location(tried));
    assertThat(form.select("h1").text()).isEqualTo("Tried");
    assertThat(form.text()).contains("This is the draft.");
    String draft = form.select("input[name=draft]").attr("value");
    assertThat(form.select(".choices a[aria-current]").attr("href")).contains("draft=" + draft);

    Map<String, String> sample = new LinkedHashMap<>();
    for (Element control : form.select("form[data-cost] [name]")) {
      String value =
          switch (control.tagName()) {
            case "textarea" -> control.wholeText();
            case "select" -> control.select("option[selected]").attr("value");
            default -> control.attr("value");
          };
      boolean off = control.attr("type").equals("radio") && !control.hasAttr("checked");
      if (!off && !control.tagName().equals("button") && !control.attr("name").equals("csrf")) {
        sample.put(control.attr("name"), value);
      }
    }
    sample.put("answers", "sample");
    HttpResponse<String> run = ada.post(tool, tool + "/runs", sample);
    assertThat(Browse.location(run)).contains("/runs/");
    assertThat(ada.page(Browse.location(run)).text()).contains("Tried");
    assertThat(ada.page(tool).select("h1").text()).isEqualTo("Denial appeal letter");
  }

  @Test
  void showsTheScriptThatTheStepsBecome() {
    assertThat(ada.page(tool + "/script").select("pre").text()).contains("async function");
  }

  @Test
  void givesTheFolderAndTakesItBack() {
    byte[] zip = ToolArchive.write(server.rooms().drafts().of(ADA, id()).files());
    assertThat(ada.bytes(tool + "/files.zip")).isEqualTo(zip.length);
  }

  private String id() {
    return tool.substring("/tools/".length());
  }

  private void rename(String name) {
    edit("name", name);
  }

  private void edit(String path, String now) {
    Drafts drafts = server.rooms().drafts();
    String id = id();
    Draft draft = drafts.of(ADA, id);
    Place place = Place.parse("tool.yaml#" + path);
    Edit edit = new Edit.Put(place, draft.was(place), Yaml.words(now));
    Draft after = drafts.save(ADA, id, draft.revision(), edit, "words");
    after.sound().ifPresent(server.rooms().examples()::of);
  }

  private static String seen(Document page) {
    return page.select("input[name=seen]").attr("value");
  }
}
