package dev.knowhow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.knowhow.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does who has no model yet.
final class JourneysIT {
  private static final String APPEAL = "Denial appeal letter";
  private static final String RFI = "RFI draft";
  private static final String NO_AI = "no AI was called, nothing left this computer";

  private static Chromium chromium;
  @TempDir Path folder;
  private TestServer server;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  @BeforeEach
  void start() {
    server = TestServer.fresh(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Person owner(Page page) {
    return new Person(page, server).becomesOwner(server.code());
  }

  @Test
  void fromTheFirstStartToTheFirstResult() {
    Person ada = new Person(chromium.desk(), server).opens("/");
    assertThat(ada.path()).isEqualTo("/welcome");
    ada.findsNothingWrong().becomesOwner(server.code()).findsNothingWrong();
    ada.tries(APPEAL).sees(NO_AI).findsNothingWrong();
    ada.presses("Write the letter").sees("DRAFT").sees(NO_AI).sees("Where it comes from");
    ada.findsNothingWrong();
    assertThat(ada.page().locator("mark.exact").count()).isPositive();
    ada.page().locator("a.exact-number").first().click();
    assertThat(ada.page().locator(".source:target")).isVisible();
    ada.follows("Look inside").sees("nothing was sent").findsNothingWrong();
    ada.opens("/").sees("Your tools").findsNothingWrong();
    assertThat(ada.page().locator("tbody td").first()).hasText("–");
  }

  @Test
  void theOtherPagesHaveNothingSeriousEither() {
    Person ada = owner(chromium.desk());
    for (String path :
        List.of(
            "/settings/models",
            "/settings/models/help",
            "/settings/budget",
            "/patterns",
            "/nowhere")) {
      ada.opens(path).findsNothingWrong();
    }
    ada.opens("/?q=insurance").sees("Show all").findsNothingWrong();
    ada.opens("/").presses("Sign out").findsNothingWrong();
  }

  @Test
  void aFormThatIsNotRightKeepsWhatWasTypedAndSaysWhere() {
    Person ada = owner(chromium.desk()).tries(APPEAL);
    ada.opens(ada.path().replaceAll("\\?.*", ""));
    Page page = ada.page();
    page.getByLabel("Insurance company").fill("Northfield");
    ada.presses("Save my own text and price it").sees("Something needs another look");
    assertThat(page.locator("[role=alert]")).isFocused();
    assertThat(page.getByLabel("Insurance company")).hasValue("Northfield");
    ada.findsNothingWrong();
    page.locator("[role=alert] a", new Page.LocatorOptions().setHasText("Chart notes")).click();
    Locator notes = page.locator("textarea[name='f.notes']");
    assertThat(notes).isFocused();
    assertThat(notes).hasAttribute("aria-invalid", "true");
    notes.fill("#30 fractured cusp, recurrent decay.");
    page.getByText("Or paste the text").first().click();
    page.locator("textarea[name='f.denial']").fill("Crown on tooth 30 denied: need not shown.");
    ada.presses("Save my own text and price it").sees("Connect a model to get the answer");
    ada.sees("What will be sent first").sees("Crown on tooth 30 denied: need not shown.");
    ada.findsNothingWrong();
  }

  @Test
  void aDocumentIsReadAtOnceAndKeptWhenAnotherFieldIsWrong() {
    Person ada = owner(chromium.desk()).tries(APPEAL);
    ada.opens(ada.path().replaceAll("\\?.*", ""));
    Page page = ada.page();
    Locator choose = page.locator("input[type=file]").first();
    choose.setInputFiles(file("denial.pdf", "this is no PDF at all"));
    choose.setInputFiles(file("denial.txt", "Crown on tooth 30 denied: need not shown."));
    ada.sees("denial.txt").sees("8 words read");
    ada.presses("Save my own text and price it").sees("Something needs another look");
    ada.sees("denial.txt").findsNothingWrong();
    page.locator("textarea[name='f.notes']").fill("#30 fractured cusp.");
    ada.presses("Save my own text and price it").sees("Connect a model to get the answer");
    page.getByText("What was filled in").click();
    ada.sees("Crown on tooth 30 denied: need not shown.");
  }

  @Test
  void aFileThatCannotBeReadSaysWhatToDo() {
    Person ada = owner(chromium.desk()).tries(APPEAL);
    ada.opens(ada.path().replaceAll("\\?.*", ""));
    ada.page().locator("input[type=file]").first().setInputFiles(file("empty.pdf", ""));
    Locator said = ada.page().locator("[data-said]").first();
    assertThat(said).hasClass(java.util.regex.Pattern.compile(".*field-fault.*"));
    ada.findsNothingWrong();
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void rowsAreAddedAndRemoved() {
    Person ada = owner(chromium.desk()).tries(RFI);
    Page page = ada.page();
    Locator rows = page.locator("[data-rows] tbody tr");
    int before = rows.count();
    ada.presses("Add a row");
    assertThat(rows).hasCount(before + 1);
    page.keyboard().type("A-999");
    assertThat(rows.last().locator("input").first()).hasValue("A-999");
    ada.presses("Remove row 1");
    assertThat(rows).hasCount(before);
    assertThat(rows.last().locator("input").first()).hasValue("A-999");
    ada.findsNothingWrong();
  }

  @Test
  void everythingWorksWithoutScript() {
    Person ada = owner(chromium.withoutScript()).tries(RFI);
    Page page = ada.page();
    Locator rows = page.locator("[data-rows] tbody tr");
    int before = rows.count();
    ada.presses("Add a row");
    assertThat(rows).hasCount(before + 1);
    ada.presses("Remove row " + (before + 1));
    assertThat(rows).hasCount(before);
    ada.presses("Draft the RFI").sees("DRAFT").sees(NO_AI);
    ada.opens("/").sees("Your tools");
  }

  @Test
  void theKeyboardAloneIsEnough() {
    Person ada = new Person(chromium.desk(), server).opens("/welcome");
    Keys keys = new Keys(ada.page());
    keys.to("One-time code").type(server.code());
    keys.to("Your name").type("Ada Example");
    keys.to("Email").type("ada@example.com");
    keys.to("Password").type("correct horse battery");
    keys.to("Construction").press("ArrowDown");
    assertThat(ada.page().getByLabel("Dental")).isChecked();
    keys.to("Open Knowhow").press("Enter");
    ada.sees("Pick something to build");
    keys.to("Try it: " + APPEAL).press("Enter");
    ada.sees("Try it with an example");
    keys.to("Write the letter").press("Enter");
    ada.sees("DRAFT");
    keys.to("Look inside").press("Enter");
    ada.sees("The answer");
    keys.to("Sign out").press("Enter");
    ada.sees("Forgotten the password?");
  }

  @Test
  void theFirstTabLeadsPastTheHead() {
    Person ada = owner(chromium.desk());
    ada.page().bringToFront();
    ada.page().reload();
    ada.page().keyboard().press("Tab");
    assertThat(ada.page().locator(".skip")).isFocused();
    ada.page().keyboard().press("Enter");
    assertThat(ada.page().locator("#main")).isFocused();
  }

  @Test
  void aPhoneShowsEverythingAndHasAWayToTheOtherPages() {
    Person ada = owner(chromium.phone()).findsNothingWrong();
    ada.tries(APPEAL).findsNothingWrong();
    ada.presses("Write the letter").sees("DRAFT").findsNothingWrong();
    ada.page().locator("nav.nav").getByText("Models").click();
    ada.sees("Connect a model").findsNothingWrong();
    ada.page().locator("nav.nav").getByText("Spending").click();
    ada.sees("Spending limits").findsNothingWrong();
    ada.page().locator("nav.nav").getByText("Tools").click();
    ada.sees("Your tools");
  }
}
