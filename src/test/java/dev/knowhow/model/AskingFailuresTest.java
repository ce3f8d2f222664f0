package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.model.Answer.Answered;
import dev.knowhow.model.Answer.Refused;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestModels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to a question, and to its money, when the provider fails.
@OnBothDatabases
class AskingFailuresTest {
  private static final Scripted GOOD = Scripted.says("Dear payer,");

  private final FakeProvider fake = FakeProvider.start();
  private final TestModels parts;

  AskingFailuresTest(Database database) {
    parts = new TestModels(database, fake);
    parts.connectAnthropic();
  }

  @AfterEach
  void close() {
    parts.close();
  }

  private Answer ask() {
    return parts.models.ask(Prompts.call(), Recorder.NOTHING, _ -> {});
  }

  private Problem problem() {
    Problem problem = ((Refused) ask()).problem();
    assertThat(problem.hint()).isNotBlank();
    assertThat(problem).hasMessageNotContaining(TestModels.KEY);
    assertThat(parts.ledger.open()).isEmpty();
    return problem;
  }

  private List<Charge> charges() {
    assertThat(parts.ledger.open()).isEmpty();
    return parts.ledger.chargesOf("run-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void doesNotRepeatARefusedKeyAndSaysWhatToDo(int status) {
    fake.answers(Scripted.status(status, "{\"error\":{\"message\":\"bad key sk-abcdef123\"}}"));
    Problem problem = problem();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.PROVIDER_FAILED);
    assertThat(problem.what()).contains("refused the key", "bad key …");
    assertThat(fake.calls()).isEqualTo(1);
    assertThat(charges()).isEmpty();
  }

  @Test
  void repeatsTheProvidersWordsAboutABadRequest() {
    fake.answers(
        Scripted.status(400, "{\"error\":{\"message\":\"prompt is too long: 300000 tokens\"}}"));
    assertThat(problem().what()).contains("prompt is too long: 300000 tokens");
    assertThat(fake.calls()).isEqualTo(1);
  }

  @Test
  void saysThatTheAccountHasNoCredit() {
    fake.answers(
        Scripted.status(429, "{\"error\":{\"message\":\"You exceeded your current quota\"}}"));
    assertThat(problem().what()).contains("no credit");
    assertThat(fake.calls()).isEqualTo(1);
  }

  @Test
  void saysThatAModelIsNotKnown() {
    fake.answers(Scripted.status(404, "{\"error\":{\"message\":\"model: nope\"}}"));
    assertThat(problem().what()).contains("does not know the model " + TestModels.MODEL);
  }

  @Test
  void doesNotFollowARedirect() {
    fake.answers(new Scripted.Status(307, Map.of("Location", "http://localhost:1/elsewhere"), ""));
    assertThat(problem().what()).contains("another address");
    assertThat(fake.calls()).isEqualTo(1);
  }

  @Test
  void waitsAsLongAsTheProviderAsks() {
    fake.answers(Scripted.tooMany(7), GOOD);
    assertThat(ask()).isInstanceOf(Answered.class);
    assertThat(parts.pauses)
        .singleElement()
        .satisfies(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8)));
    assertThat(charges()).hasSize(1);
  }

  @Test
  void givesUpWhenTheProviderAsksForMoreTimeThanThereIs() {
    fake.answers(Scripted.tooMany(3600));
    Problem problem = problem();
    assertThat(problem.what()).contains("less often");
    assertThat(problem.hint()).contains("60 minutes");
    assertThat(parts.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 529})
  void triesAgainWhenAProviderIsBusy(int status) {
    fake.answers(Scripted.status(status, "{}"), Scripted.status(status, "{}"), GOOD);
    assertThat(ask()).isInstanceOf(Answered.class);
    assertThat(fake.calls()).isEqualTo(3);
    assertThat(parts.pauses).hasSize(2);
    assertThat(parts.pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(parts.pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(charges()).hasSize(1);
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    fake.answers(Scripted.status(500, "{\"error\":{\"message\":\"boom\"}}"));
    assertThat(problem().what()).contains("after 3 attempts", "boom");
    assertThat(fake.calls()).isEqualTo(3);
    assertThat(charges()).isEmpty();
  }

  @Test
  void chargesHalfAnAnswerAndTriesAgain() {
    fake.answers(new Scripted.HalfStream("Dear payer, this will break off"), GOOD);
    assertThat(((Answered) ask()).text()).isEqualTo("Dear payer,");
    assertThat(charges()).hasSize(2);
    Charge half = charges().getFirst();
    assertThat(half.outcome()).isEqualTo(Outcome.CUT_SHORT);
    assertThat(half.usageEstimated()).isTrue();
    assertThat(half.usage().input()).isPositive();
    assertThat(half.usage().visibleOutput()).isGreaterThan(3);
    assertThat(half.cost()).isGreaterThan(Money.ZERO);
  }

  @Test
  void chargesAnAnswerThatTheProviderBreaksOffItself() {
    fake.answers(new Scripted.FailsMidway("Dear payer,", "Overloaded"));
    assertThat(problem().what()).contains("Overloaded");
    assertThat(charges())
        .hasSize(3)
        .allSatisfy(charge -> assertThat(charge.outcome()).isEqualTo(Outcome.CUT_SHORT));
  }

  @Test
  void chargesAnEstimateForGarbageSinceItMayHaveCostSomething() {
    fake.answers(new Scripted.Garbage(), new Scripted.GarbageStream(), new Scripted.Nothing());
    assertThat(problem().what()).contains("usable answer");
    assertThat(charges())
        .hasSize(3)
        .allSatisfy(charge -> {
          assertThat(charge.outcome()).isEqualTo(Outcome.FAILED);
          assertThat(charge.usageEstimated()).isTrue();
          assertThat(charge.cost()).isGreaterThan(Money.ZERO);
        });
  }

  @Test
  void chargesAnEmptyAnswerAndTriesAgain() {
    fake.answers(Scripted.says(" "), GOOD);
    assertThat(ask()).isInstanceOf(Answered.class);
    assertThat(charges()).hasSize(2);
  }

  @Test
  void keepsTheMostThatACallWithoutAnAnswerCanHaveCost() {
    fake.answers(new Scripted.Dropped(), GOOD);
    assertThat(ask()).isInstanceOf(Answered.class);
    Charge lost = charges().getFirst();
    assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(lost.cost()).isEqualTo(lost.reservation().request().atMost());
  }

  @Test
  void givesUpOnAProviderThatDoesNotBegin() {
    fake.answers(new Scripted.Slow(Duration.ofMinutes(5), Duration.ZERO, GOOD), GOOD);
    assertThat(ask()).isInstanceOf(Answered.class);
    assertThat(charges().getFirst().outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void givesUpOnAProviderThatStopsInTheMiddle() {
    fake.answers(new Scripted.Slow(Duration.ZERO, Duration.ofMinutes(5), GOOD), GOOD);
    assertThat(ask()).isInstanceOf(Answered.class);
    assertThat(charges()).hasSize(2);
  }

  @Test
  void doesNotWaitForAProviderThatKeepsTheConnectionOpen() {
    fake.answers(new Scripted.Lingers("Dear payer,"));
    Answered answered = (Answered) ask();
    assertThat(answered.text()).isEqualTo("Dear payer,");
    assertThat(answered.took()).isLessThan(Duration.ofSeconds(2));
    assertThat(fake.calls()).isEqualTo(1);
  }

  @Test
  void handsOverAnAnswerThatWasCutOffAndSaysSo() {
    fake.answers(new Scripted.CutOff("Dear payer, in view of"));
    Answered answered = (Answered) ask();
    assertThat(answered.ending()).isEqualTo(Ending.CUT_OFF);
    assertThat(answered.flaw()).hasValueSatisfying(f -> assertThat(f).contains("cut off"));
    assertThat(charges()).hasSize(1);
  }

  @Test
  void handsOverADeclinedAnswerAndSaysSo() {
    fake.answers(new Scripted.Declines("I can't help with that."));
    assertThat(((Answered) ask()).ending()).isEqualTo(Ending.DECLINED);
  }

  @Test
  void saysThatNothingAnswersAndReservesNothing() {
    fake.close();
    assertThat(problem().what()).contains("can't be reached after 3 attempts");
    assertThat(charges()).isEmpty();
    assertThat(parts.ledger.thisMonth().spent()).isEqualTo(Money.ZERO);
  }

  @Test
  void settlesAndStopsWhenTheServerIsStopping() throws InterruptedException {
    fake.answers(new Scripted.Held(GOOD));
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread asking = Thread.ofVirtual().start(() -> answer.complete(ask()));
    fake.awaitCall();
    asking.interrupt();
    assertThat(((Refused) answer.join()).problem().kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
    assertThat(charges())
        .singleElement()
        .satisfies(charge -> assertThat(charge.outcome()).isEqualTo(Outcome.UNKNOWN));
    fake.release();
  }

  @Test
  void settlesWhenTheReaderOfTheStreamFails() {
    assertThatThrownBy(() ->
            parts.models.ask(
                Prompts.call(),
                Recorder.NOTHING,
                _ -> {
                  throw new IllegalStateException("the page is gone");
                }))
        .hasMessage("the page is gone");
    assertThat(charges()).hasSize(1);
  }
}
