package dev.knowhow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.knowhow.account.Actor;
import dev.knowhow.account.Password;
import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.NewConnection;
import dev.knowhow.price.Money;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestServer;
import dev.knowhow.tool.ToolFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does who decides, and who takes a run up again: approve, change, fill in, send
/// back, try again from a step, replay, try with changes, stop.
final class ReviewsIT {
  private static final String LETTER = "January 5, 2026. We deny this because of frequency.";
  private static final String ANSWER = "Thank you for your letter about frequency.";

  private static Chromium chromium;
  @TempDir Path folder;
  private FakeProvider provider;
  private TestServer server;
  private Person ada;
  private String tool;

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
    provider = FakeProvider.start();
    server = TestServer.allowing(folder, provider.port());
    ada = new Person(chromium.desk(), server).becomesOwner(server.code());
    Actor owner =
        server
            .rooms()
            .accounts()
            .signIn("ada@example.com", new Password("correct horse battery"))
            .orElseThrow()
            .actor();
    server
        .rooms()
        .connections()
        .add(
            owner,
            new NewConnection(
                "Fake",
                ConnectionKind.OPENAI_COMPATIBLE,
                provider.openAiUrl(),
                AnthropicVersion.V2026_10_21,
                "sk-fake",
                Optional.of(
                    new NewConnection.OwnModel("fake-1", Money.dollars(3), Money.dollars(15)))));
    tool =
        server
            .rooms()
            .tools()
            .add(
                owner,
                ToolFolder.read(Path.of("src/test/resources/dev/knowhow/tools/reviewed")),
                "test/reviewed");
    provider.when("Answer this letter", Scripted.says(ANSWER));
    provider.when("Say in five words", Scripted.says("A short letter of thanks."));
  }

  @AfterEach
  void stop() {
    server.close();
    provider.close();
  }

  private Page page() {
    return ada.page();
  }

  private void runs() {
    ada.opens("/tools/" + tool);
    page().locator("textarea[name='f.letter']").fill(LETTER);
    ada.presses("Answer it").sees("It is your turn");
  }

  private void opensTheReview() {
    ada.opens("/reviews").sees("Waiting for you").findsNothingWrong();
    page().locator("tbody th a").first().click();
    assertThat(page().locator("textarea[name='f.value']")).hasValue(ANSWER);
  }

  private void fillsIn() {
    page().locator("[name='f.fill.send_by']").fill("2026-02-04");
    page().locator("[name='f.fill.urgent'][value=no]").check();
  }

  @Test
  void anEmptyInboxSaysWhatItIsFor() {
    ada.opens("/reviews").sees("Nothing waits for you").findsNothingWrong();
    assertThat(page().locator(".count")).hasCount(0);
  }

  @Test
  void anOpenPageSaysHowManyReviewsWaitAndKeepsTheFocus() {
    final Person desk = new Person(chromium.desk(), server).signsIn().opens("/reviews");
    desk.sees("Nothing waits for you");
    runs();
    assertThat(page().locator(".nav .count")).containsText("1");
    looksAgain(desk);
    assertThat(desk.page().locator("tbody th a")).hasCount(1);
    assertThat(desk.page().locator(".nav .count")).containsText("1");
    desk.page().locator("tbody th a").focus();
    runs();
    looksAgain(desk);
    assertThat(desk.page().locator("tbody th a")).hasCount(2);
    assertThat(desk.page().locator("tbody th a").first()).isFocused();
    desk.findsNothingWrong();
  }

  /// Comes back to the tab.
  private static void looksAgain(Person person) {
    person.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  }

  @Test
  void whatIsNeededToDecideComesBeforeTheFormOnAPhone() {
    runs();
    Person phone = new Person(chromium.phone(), server).signsIn().opens("/reviews");
    phone.page().locator("tbody th a").first().click();
    double by = phone.page().locator(".decide-by").boundingBox().y;
    double form = phone.page().locator("form[data-decide]").boundingBox().y;
    assertThat(by).isLessThan(form);
    opensTheReview();
    assertThat(page().locator(".decide-by").boundingBox().x)
        .isGreaterThan(page().locator("form[data-decide]").boundingBox().x);
  }

  @Test
  void approvesAndFillsInWhatOnlyAPersonCanSay() {
    runs();
    ada.findsNothingWrong();
    opensTheReview();
    assertThat(page().locator(".nav .count")).containsText("1");
    ada.findsNothingWrong();
    ada.presses("Approve").sees("Something needs another look").findsNothingWrong();
    assertThat(page().locator("[role=alert]")).isFocused();
    fillsIn();
    ada.presses("Approve").sees("The run goes on with it");
    ada.sees("APPROVED").sees("Approved by Ada Example").sees("February 4, 2026");
    ada.findsNothingWrong();
    assertThat(page().locator(".nav .count")).hasCount(0);
  }

  @Test
  void whatWasChangedIsSavedAndTold() {
    runs();
    opensTheReview();
    page().locator("textarea[name='f.value']").fill("Thank you for your long letter.");
    fillsIn();
    ada.presses("Save my changes and approve").sees("APPROVED").sees("Changed and approved by");
    assertThat(page().locator(".answer-letter").first())
        .containsText("Thank you for your long letter.");
  }

  @Test
  void whatIsSentBackIsAskedForAgainWithTheComment() {
    runs();
    opensTheReview();
    ada.presses("Send it back").sees("Say what is wrong");
    page().locator("#comment").fill("Name the date of the letter.");
    ada.presses("Send it back").sees("Sent back with your comment");
    ada.sees("It is your turn");
    assertThat(
            provider.asked().stream()
                .map(asked -> new String(asked.body(), StandardCharsets.UTF_8)))
        .anySatisfy(body -> assertThat(body).contains("Name the date of the letter."));
    ada.findsNothingWrong();
  }

  @Test
  void whoComesTooLateReadsWhatWasDecidedAndKeepsWhatWasTyped() {
    runs();
    opensTheReview();
    String review = ada.path();
    Person again = new Person(chromium.desk(), server).signsIn().opens(review);
    again.page().locator("textarea[name='f.value']").fill("Thank you, and more.");
    again.page().locator("[name='f.fill.send_by']").fill("2026-02-05");
    again.page().locator("[name='f.fill.urgent'][value=yes]").check();
    fillsIn();
    ada.presses("Approve").sees("APPROVED");
    again.presses("Save my changes and approve").sees("Approved by Ada Example");
    again.sees("What you had typed").sees("Thank you, and more.").findsNothingWrong();
  }

  @Test
  void aRunThatWaitsIsStoppedAndItsReviewSaysSo() {
    runs();
    String run = ada.path();
    opensTheReview();
    String review = ada.path();
    ada.opens(run).presses("Stop").sees("This run was stopped").findsNothingWrong();
    ada.opens(review).sees("stopped before anybody decided").findsNothingWrong();
    assertThat(page().locator("form[data-decide]")).hasCount(0);
    ada.opens("/reviews").sees("Nothing waits for you");
  }

  @Test
  void triesAgainFromAStepReplaysAndComparesWithChanges() {
    runs();
    opensTheReview();
    fillsIn();
    ada.presses("Approve").sees("APPROVED");
    final String run = ada.path().replaceAll("\\?.*", "");
    final int paid = provider.asked().size();
    ada.presses("Replay it").sees("The same, to the last byte").findsNothingWrong();
    ada.opens(run);
    page().getByText("Try again from here").last().click();
    ada.sees("What is kept").sees("is not paid again").findsNothingWrong();
    ada.presses("Try again from here").sees("APPROVED").sees("kept, not paid again");
    ada.findsNothingWrong();
    assertThat(provider.asked()).hasSize(paid + 1);
    ada.opens(run + "/changes").findsNothingWrong();
    ada.presses("Run it with this").sees("Nothing is different yet");
    page().locator("details.change summary").last().click();
    page().locator("textarea[name='prompt.note']").fill("Tell kindly what was sent: {{answer}}");
    provider.when("Tell kindly", Scripted.says("A kind letter of thanks."));
    ada.presses("What would it cost?").sees("about");
    ada.findsNothingWrong().presses("Run it with this").sees("Side by side").sees("results differ");
    ada.findsNothingWrong();
    assertThat(page().locator(".apart ins").first()).containsText("kind");
  }

  @Test
  void itAllWorksWithoutScriptAndOnAPhone() {
    runs();
    Person plain = new Person(chromium.withoutScript(), server).signsIn();
    plain.opens("/reviews");
    plain.page().locator("tbody th a").first().click();
    plain.page().locator("textarea[name='f.value']").fill("Thank you very much.");
    plain.page().locator("[name='f.fill.send_by']").fill("2026-02-04");
    plain.page().locator("[name='f.fill.urgent'][value=no]").check();
    Person phone = new Person(chromium.phone(), server).signsIn();
    phone.opens("/reviews").findsNothingWrong();
    phone.page().locator("tbody th a").first().click();
    phone.sees("Only a person can say").findsNothingWrong();
    plain.presses("Approve").sees("Changed and approved by");
    phone.opens(plain.path()).sees("APPROVED").findsNothingWrong();
  }
}
