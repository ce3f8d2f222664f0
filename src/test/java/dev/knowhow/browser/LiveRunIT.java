package dev.knowhow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestServer;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Step;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does who has connected a model: connect, test, run, watch, pay.
final class LiveRunIT {
  @TempDir Path folder;
  private Chromium chromium;
  private FakeProvider provider;
  private TestServer server;
  private Person ada;

  @BeforeEach
  void start() {
    provider = FakeProvider.start();
    server = TestServer.allowing(folder, provider.port());
    chromium = new Chromium();
    ada = new Person(chromium.desk(), server).becomesOwner(server.code());
  }

  @AfterEach
  void stop() {
    chromium.close();
    server.close();
    provider.close();
  }

  private void connects() {
    ada.opens("/settings/models");
    Page page = ada.page();
    page.getByText("A model on this computer or another address").click();
    page.getByLabel("Address").fill(provider.openAiUrl());
    page.locator("#model").fill("fake-1");
    page.getByLabel("A million tokens sent cost").fill("2");
    page.getByLabel("A million tokens received cost").fill("10");
    ada.presses("Connect this address").sees("Connected.").findsNothingWrong();
  }

  /// Lets the provider answer each ask as the example's author did, the prose slowly.
  private void answersLikeTheAuthor() {
    Definition definition = server.rooms().templates().definition("dental", "denial-appeal");
    Example example = definition.examples().getFirst();
    for (Step.Ask ask : definition.tool().asks()) {
      String prompt =
          new String(definition.files().get(ask.prompt()).orElseThrow(), StandardCharsets.UTF_8);
      String heading = prompt.strip().lines().findFirst().orElseThrow();
      Scripted[] answers =
          example.answers().of(ask.id()).stream().map(LiveRunIT::scripted).toArray(Scripted[]::new);
      provider.when(heading, answers);
    }
  }

  private static Scripted scripted(Value answer) {
    return answer instanceof Value.Text(String text)
        ? new Scripted.Slow(Duration.ZERO, Duration.ofMillis(60), Scripted.says(text))
        : Scripted.says(ValueJson.print(answer));
  }

  /// The owner decides in the doctor's place.
  private void approves() {
    ada.sees("It is your turn").findsNothingWrong();
    ada.follows("Look and decide").sees("Where it comes from").findsNothingWrong();
    ada.presses("Approve").sees("APPROVED");
  }

  @Test
  void aLetterIsWrittenBeforeTheEyesAndPaidForExactly() {
    connects();
    ada.presses("Test it: localhost").sees("It works.").findsNothingWrong();
    answersLikeTheAuthor();
    ada.tries("Denial appeal letter").sees("See exactly what is sent to localhost");
    ada.findsNothingWrong();
    ada.presses("Write the letter");
    Page page = ada.page();
    page.locator(".writing:not(:empty)").first().waitFor();
    approves();
    ada.sees("This run cost").sees("Where it comes from").findsNothingWrong();
    assertThat(page.locator("[data-live]")).not().containsText("no AI was called");
    assertThat(page.locator(".moment-done").first()).isVisible();
    ada.follows("Look inside").sees("The charge").sees("The prompt as it was sent");
    ada.findsNothingWrong();
    ada.opens("/").sees("spent this month").findsNothingWrong();
    assertThat(page.locator("tbody td").first()).hasText("1");
  }

  @Test
  void theMonthsMeterMovesWhileTheRunIsLiveAndTheFocusStays() {
    connects();
    answersLikeTheAuthor();
    ada.tries("Denial appeal letter").sees("0¢ of $10 this month").presses("Write the letter");
    Page page = ada.page();
    page.locator(".masthead .meter").focus();
    page.locator(".writing:not(:empty)").first().waitFor();
    assertThat(page.locator(".masthead .meter")).not().containsText("0¢ of");
    assertThat(page.locator(".masthead .meter")).isFocused();
    page.locator("summary:has-text('What was filled in')").focus();
    ada.sees("It is your turn");
    assertThat(page.locator("summary:has-text('What was filled in')")).isFocused();
    assertThat(page.locator(".nav .count")).containsText("1");
    ada.findsNothingWrong();
    page.getByText("Look inside").first().click();
    ada.sees("Asked at").sees("It took").findsNothingWrong();
    assertThat(page.locator(".beside").first()).isVisible();
    assertThat(page.locator(".beside").first()).not().containsText("{\"");
    assertThat(page.locator(".sent-whole").first()).isHidden();
  }

  @Test
  void aProviderThatFailsIsSaidWhereItHappenedAndTheRunGoesOnLater() {
    connects();
    provider.answers(Scripted.status(401, "{\"error\":{\"message\":\"wrong key\"}}"));
    ada.tries("Denial appeal letter").presses("Write the letter");
    ada.sees("This run waits for you").findsNothingWrong();
    assertThat(ada.page().locator(".moment-held .moment-why")).isVisible();
    answersLikeTheAuthor();
    ada.presses("Try again");
    approves();
    ada.sees("This run cost").findsNothingWrong();
  }

  @Test
  void whatIsSentIsWhatThePreviewShowed() {
    connects();
    ada.tries("Denial appeal letter").presses("See exactly what is sent to " + recipient());
    ada.page().getByText("The request, byte for byte").click();
    String shown = ada.page().locator("details[open] .sent").first().textContent();
    ada.findsNothingWrong();
    answersLikeTheAuthor();
    ada.page().goBack();
    ada.presses("Write the letter").sees("It is your turn");
    String sent = new String(provider.asked().getFirst().body(), StandardCharsets.UTF_8);
    assertThat(sent).isEqualTo(shown);
  }

  private String recipient() {
    return "localhost:" + provider.port();
  }
}
