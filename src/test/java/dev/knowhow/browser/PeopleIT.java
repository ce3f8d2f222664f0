package dev.knowhow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import dev.knowhow.testing.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An owner who never administered anything lets others in.
final class PeopleIT {
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

  @Test
  void aLinkIsMadeCopiedUsedAndItsPersonKeptOutAgain() {
    Person ada = new Person(chromium.desk(), server).becomesOwner(server.code());
    ada.tries("Denial appeal letter").opens("/settings/people").findsNothingWrong();
    String link = invites(ada, "Dr. Kim");
    ada.findsNothingWrong();
    ada.presses("Copy the link");
    assertThat(ada.page().locator("[data-copy] [role=status]")).not().isEmpty();
    ada.opens("/settings/people").sees("Invited, not here yet").findsNothingWrong();
    assertThat(ada.page().locator("[data-copy]")).hasCount(0);

    Person kim = new Person(chromium.phone(), server).opens(link).findsNothingWrong();
    kim.page().getByLabel("Email").fill("ada@example.com");
    kim.page().getByLabel("Password").fill("short");
    kim.presses("Make my account").sees("Something needs another look").findsNothingWrong();
    assertThat(kim.page().getByLabel("Your name")).hasValue("Dr. Kim");
    kim.page().getByLabel("Password").fill("four words in a row");
    kim.presses("Make my account").sees("signs in with this address already");
    kim.page().getByLabel("Email").fill("kim@example.com");
    kim.page().getByLabel("Password").fill("four words in a row");
    kim.presses("Make my account");
    assertThat(kim.path()).isEqualTo("/");
    kim.sees("Your tools").findsNothingWrong();
    assertThat(kim.page().getByText("People", exactly())).hasCount(0);

    ada.opens("/settings/people").follows("Change what Dr. Kim may do").findsNothingWrong();
    ada.presses("Suspend Dr. Kim").sees("All sessions have ended").findsNothingWrong();
    kim.opens("/");
    assertThat(kim.path()).isEqualTo("/sign-in");
    kim.page().getByLabel("Email").fill("kim@example.com");
    kim.page().getByLabel("Password").fill("four words in a row");
    kim.page().locator("main button").click();
    kim.sees("Your access to this Knowhow is suspended").findsNothingWrong();
    kim.opens(link).sees("This link does not work").findsNothingWrong();
    ada.follows("Change what Dr. Kim may do").findsNothingWrong();
  }

  @Test
  void aClientGetsItsToolItsPeopleAndItsLimit() {
    Person ada = new Person(chromium.phone(), server).becomesOwner(server.code());
    ada.tries("Denial appeal letter").opens("/settings/clients").findsNothingWrong();
    Page page = ada.page();
    page.getByLabel("Name").fill("Maple Street Dental");
    page.getByLabel("At most a month").fill("five");
    ada.presses("Add the client").sees("is not an amount").findsNothingWrong();
    page.getByLabel("At most a month").fill("5");
    ada.presses("Add the client").sees("Its tools cost 0¢ this month");
    page.getByLabel("Denial appeal letter").check();
    ada.presses("Save the tools").sees("Saved.").findsNothingWrong();
    assertThat(page.getByLabel("Denial appeal letter")).isChecked();
    ada.follows("Invite somebody of theirs").sees("Belongs to a client").findsNothingWrong();
    page.getByLabel("Who is it for?").fill("Lee");
    page.locator("input[name=role][value=OWNER]").check();
    ada.presses("Make the link").sees("Only a runner can belong to a client").findsNothingWrong();
    page.locator("input[name=role][value=RUNNER]").check();
    ada.presses("Make the link");
    String link = page.locator("[data-copy] input").inputValue().replaceAll("^.*(/inv)", "$1");

    Person lee = new Person(chromium.desk(), server).opens(link);
    lee.page().getByLabel("Email").fill("lee@example.com");
    lee.page().getByLabel("Password").fill("four words in a row");
    lee.presses("Make my account").sees("0¢ of $5 this month").findsNothingWrong();
    lee.follows("Denial appeal letter").findsNothingWrong();
    ada.opens("/settings/clients").findsNothingWrong();
    ada.follows("Maple Street Dental");
    page.getByText("Close this client").click();
    ada.presses("Close Maple Street Dental").sees("Closed. Its people").findsNothingWrong();
    lee.opens("/");
    assertThat(lee.path()).isEqualTo("/sign-in");
    ada.follows("Maple Street Dental").sees("has been closed since").findsNothingWrong();
  }

  @Test
  void somebodyIsInvitedWithTheKeyboardAlone() {
    Person ada = new Person(chromium.desk(), server).becomesOwner(server.code());
    ada.opens("/settings/people");
    Keys keys = new Keys(ada.page());
    keys.to("Who is it for?").type("Sam");
    keys.to("Runner").press("ArrowDown");
    keys.to("doctor").press("Space");
    keys.to("Make the link").press("Enter");
    assertThat(ada.page().locator("[data-copy] input")).isFocused();
    keys.to("Copy the link").press("Enter");
    assertThat(ada.page().locator("[data-copy] [role=status]")).not().isEmpty();
    ada.sees("decides as doctor");
    keys.to("End the link for Sam").press("Enter");
    ada.sees("The link does not work any more.");
    assertThat(ada.page().getByText("Sam")).hasCount(0);
  }

  @Test
  void anotherPasswordIsChosenAndALostPhoneIsSignedOut() {
    Person ada = new Person(chromium.desk(), server).becomesOwner(server.code());
    final Person phone = new Person(chromium.phone(), server).signsIn();
    ada.follows("Ada Example: your account").sees("Where you are signed in").findsNothingWrong();
    assertThat(ada.page().locator(".people > li")).hasCount(2);
    ada.presses("Sign out everywhere else").sees("You are signed out everywhere else.");
    assertThat(ada.page().locator(".people > li")).hasCount(1);
    phone.opens("/");
    assertThat(phone.path()).isEqualTo("/sign-in");
    phone.signsIn().follows("Ada Example: your account").findsNothingWrong();

    Page page = ada.page();
    page.getByLabel("Your password now").fill("not the one");
    page.getByLabel("The new one").fill("short");
    ada.presses("Change the password").sees("This is not your password").findsNothingWrong();
    assertThat(page.locator("[role=alert]").first()).isFocused();
    assertThat(page.getByLabel("The new one")).hasValue("");
    page.getByLabel("Your password now").fill("correct horse battery");
    page.getByLabel("The new one").fill("another horse, another stable");
    ada.presses("Change the password").sees("Your password is changed.").findsNothingWrong();
    phone.opens("/settings/account");
    assertThat(phone.path()).isEqualTo("/sign-in");
    ada.presses("Sign out here");
    assertThat(ada.path()).isEqualTo("/sign-in");
  }

  @Test
  void anOwnerReadsWhoDidWhatAndTakesItHome() {
    Person ada = new Person(chromium.desk(), server).becomesOwner(server.code());
    ada.tries("Denial appeal letter").opens("/settings/people");
    invites(ada, "Dr. Kim");
    ada.opens("/settings/people").follows("See the audit trail").findsNothingWrong();
    ada.sees("invited Dr. Kim as a runner who decides as dental/doctor");
    Page page = ada.page();
    page.getByLabel("About").selectOption("TOOLS");
    ada.presses("Show").sees("added a tool from dental/denial-appeal").sees("1 entry");
    assertThat(page.getByLabel("About")).hasValue("TOOLS");
    ada.follows("Denial appeal letter");
    assertThat(ada.path()).startsWith("/tools/");
    page.goBack();
    Download file = page.waitForDownload(() -> ada.follows("Download as a spreadsheet"));
    assertThat(file.suggestedFilename()).isEqualTo("audit-trail.csv");
    Person phone = new Person(chromium.phone(), server).signsIn().opens("/settings/audit");
    phone.sees("became the owner").findsNothingWrong();
  }

  @Test
  void withoutScriptTheLinkIsThereToSelect() {
    Person ada = new Person(chromium.withoutScript(), server).becomesOwner(server.code());
    ada.opens("/settings/people");
    assertThat(invites(ada, "Sam")).startsWith("/invitations/");
    assertThat(ada.page().getByText("Copy the link")).isHidden();
  }

  private static String invites(Person owner, String name) {
    Page page = owner.page();
    page.getByLabel("Who is it for?").fill(name);
    page.locator("input[name=decides][value='dental/doctor']").check();
    owner.presses("Make the link");
    return page.locator("[data-copy] input").inputValue().replaceAll("^.*(/invitations)", "$1");
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
