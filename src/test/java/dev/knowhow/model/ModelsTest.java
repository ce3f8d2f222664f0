package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.ledger.Caps;
import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.model.Answer.Answered;
import dev.knowhow.model.Answer.Refused;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;
import dev.knowhow.testing.Asked;
import dev.knowhow.testing.Cast;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestModels;
import dev.knowhow.value.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ModelsTest {
  private final FakeProvider fake = FakeProvider.start();
  private final TestModels parts;

  ModelsTest(Database database) {
    parts = new TestModels(database, fake);
  }

  @AfterEach
  void close() {
    parts.close();
  }

  private Answered answered(ModelCall call) {
    return (Answered) parts.models.ask(call, Recorder.NOTHING, _ -> {});
  }

  @Test
  void asksAnthropicAndChargesWhatItReports() {
    fake.answers(
        new Scripted.Says(
            "Dear payer,",
            """
            {"input_tokens": 100, "output_tokens": 50, "cache_read_input_tokens": 30,
             "cache_creation_input_tokens": 20,
             "cache_creation": {"ephemeral_5m_input_tokens": 15, "ephemeral_1h_input_tokens": 5},
             "output_tokens_details": {"thinking_tokens": 12}}
            """));
    parts.connectAnthropic();
    Answered answer = answered(Prompts.call());
    Usage usage = new Usage(100, 30, 15, 5, 38, 12);
    assertThat(answer.text()).isEqualTo("Dear payer,");
    assertThat(answer.ending()).isEqualTo(Ending.DONE);
    assertThat(answer.flaw()).isEmpty();
    assertThat(answer.usage()).isEqualTo(usage);
    assertThat(answer.cost()).isEqualTo(Money.ofDollars("0.0008"));
    assertThat(answer.why()).contains("standard", TestModels.MODEL);
    assertThat(parts.ledger.chargesOf("run-1"))
        .singleElement()
        .satisfies(charge -> {
          assertThat(charge.usage()).isEqualTo(usage);
          assertThat(charge.usageEstimated()).isFalse();
          assertThat(charge.cost()).isEqualTo(answer.cost());
          assertThat(charge.outcome()).isEqualTo(Outcome.ANSWERED);
        });
    assertThat(parts.ledger.open()).isEmpty();
  }

  @Test
  void asksAnOpenAiCompatibleServerAndChargesWhatItReports() {
    fake.answers(
        new Scripted.Says(
            "Dear payer,",
            """
            {"prompt_tokens": 100, "completion_tokens": 50, "total_tokens": 150,
             "prompt_tokens_details": {"cached_tokens": 30},
             "completion_tokens_details": {"reasoning_tokens": 12}}
            """));
    parts.connectOpenAi();
    assertThat(answered(Prompts.call()).usage()).isEqualTo(new Usage(70, 30, 0, 0, 38, 12));
  }

  @Test
  void recordsInTheTransactionThatCharges() {
    parts.connectAnthropic();
    List<Integer> chargesSeen = new ArrayList<>();
    parts.models.ask(
        Prompts.call(),
        (handle, _) ->
            chargesSeen.add(
                handle.createQuery("SELECT COUNT(*) FROM charges").mapTo(Integer.class).one()),
        _ -> {});
    assertThat(chargesSeen).containsExactly(1);
  }

  @Test
  void chargesAnAnswerEvenIfItsReaderFails() {
    parts.connectAnthropic();
    Recorder failing =
        (handle, _) -> {
          handle.execute("UPDATE caps SET cap_picos = 0");
          throw new IllegalStateException("no room");
        };
    assertThatThrownBy(() -> parts.models.ask(Prompts.call(), failing, _ -> {}))
        .hasMessage("no room");
    assertThat(parts.ledger.chargesOf("run-1")).hasSize(1);
    assertThat(parts.ledger.caps()).isEqualTo(Caps.AT_FIRST);
    assertThat(parts.ledger.open()).isEmpty();
  }

  @Test
  void holdsAnAnswerWhileTheDiskIsFullInsteadOfBuyingItTwice() {
    parts.connectAnthropic();
    AtomicInteger tries = new AtomicInteger();
    Recorder full =
        (_, _) -> {
          if (tries.incrementAndGet() < 3) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "The disk is full.", "Free some space.");
          }
        };
    assertThat(parts.models.ask(Prompts.call(), full, _ -> {})).isInstanceOf(Answer.Answered.class);
    assertThat(fake.calls()).isEqualTo(1);
    assertThat(parts.ledger.chargesOf("run-1")).hasSize(1);
  }

  @Test
  void streamsTheTextSoFar() {
    fake.answers(Scripted.says("A text that comes in several pieces."));
    parts.connectAnthropic();
    List<String> partials = new ArrayList<>();
    parts.models.ask(Prompts.call(), Recorder.NOTHING, partials::add);
    assertThat(partials).first().isEqualTo("A text that ");
    assertThat(partials).last().isEqualTo("A text that comes in several pieces.");
  }

  @Test
  void sendsExactlyTheBytesThatThePreviewShowed() {
    parts.connectAnthropic();
    for (ModelCall call :
        List.of(
            Prompts.call(),
            Prompts.call(Prompts.longPrompt()),
            Prompts.call(Prompts.prompt(Optional.of(Prompts.SHAPE))))) {
      Sending sending = parts.models.preview(call);
      answered(call);
      Asked asked = fake.asked().getLast();
      assertThat(asked.body()).isEqualTo(sending.body());
      assertThat(sending.address()).endsWith(asked.path());
      assertThat(sending.recipient()).isEqualTo("localhost:" + fake.port());
      assertThat(sending.bodyText()).doesNotContain(TestModels.KEY);
    }
  }

  @Test
  void sendsTheSameBytesForTheSameQuestionOverOpenAiToo() {
    parts.connectOpenAi();
    ModelCall call = Prompts.call(Prompts.prompt(Optional.of(Prompts.SHAPE)));
    Sending sending = parts.models.preview(call);
    answered(call);
    assertThat(fake.asked().getLast().body()).isEqualTo(sending.body());
  }

  @Test
  void saysWhereToConnectAModelWhenThereIsNone() {
    assertThat(parts.models.choose(Tier.BEST)).isEmpty();
    assertThat(parts.models.ask(Prompts.call(), Recorder.NOTHING, _ -> {}))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.NO_MODEL);
              assertThat(refused.problem().hint()).contains("/settings/models");
            });
  }

  @Test
  void sendsNothingThatCouldPassABudget() {
    parts.connectAnthropic();
    parts.ledger.changeCaps(Cast.ADA, new Caps(Money.cents(1), Money.dollars(10)));
    assertThat(parts.models.ask(Prompts.call(), Recorder.NOTHING, _ -> {}))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.OVER_BUDGET));
    assertThat(fake.calls()).isZero();
  }

  @Test
  void reservesAtLeastWhatTheCallThenCosts() {
    parts.connectAnthropic();
    Money atMost = parts.models.preview(Prompts.call(Prompts.longPrompt())).atMost();
    answered(Prompts.call(Prompts.longPrompt()));
    Charge charge = parts.ledger.chargesOf("run-1").getFirst();
    assertThat(charge.reservation().request().atMost()).isEqualTo(atMost);
    assertThat(charge.cost()).isLessThan(atMost);
  }

  @Test
  void testsAConnectionWithOneTinyCall() {
    fake.answers(Scripted.says("OK"));
    Connection connection = parts.connectAnthropic();
    assertThat(parts.models.test(Cast.ADA, connection.id()))
        .isInstanceOfSatisfying(
            Tested.Works.class,
            works -> {
              assertThat(works.said()).isEqualTo("OK");
              assertThat(works.model()).isEqualTo(TestModels.MODEL);
              assertThat(works.cost()).isGreaterThan(Money.ZERO);
            });
    assertThat(parts.ledger.thisMonth().spent()).isGreaterThan(Money.ZERO);
    assertThat(parts.ledger.toolsThisMonth()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithAConnection() {
    fake.answers(Scripted.status(401, "{\"error\":{\"message\":\"invalid x-api-key\"}}"));
    Connection connection = parts.connectAnthropic();
    assertThat(parts.models.test(Cast.ADA, connection.id()))
        .isInstanceOfSatisfying(
            Tested.Fails.class,
            fails -> {
              assertThat(fails.problem().what()).contains("refused the key", "invalid x-api-key");
              assertThat(fails.problem().hint()).contains("Settings, Models");
            });
    assertThat(fake.calls()).isEqualTo(1);
  }
}
