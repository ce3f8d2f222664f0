package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.account.Actor;
import dev.knowhow.ledger.Caps;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
  private static final String FOUND =
      "{\"reason\":\"because of frequency\",\"dated\":\"2026-01-05\"}";

  @TempDir private Path data;
  private FakeProvider provider;
  private TestHouse house;
  private Actor ada;
  private String tool;

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    house = TestHouse.at(data, provider);
    ada = house.owner();
    tool = house.addTool(ada, "two-asks");
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  @Test
  void endsWithAResultAndItsExactCost() throws Exception {
    house.connect(ada);
    provider.when("Copy it word for word", Scripted.says(FOUND));
    provider.when("in one sentence", Scripted.says("Thank you for your letter."));

    RunView view = house.rested(ada, start(new NewRun.Live()));

    assertThat(view.problem()).isEmpty();
    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(results(view))
        .containsEntry("answer", Value.text("Thank you for your letter."))
        .containsEntry("due", Value.text("2026-02-04"));
    Money charged =
        house.rooms().ledger().chargesOf(view.id()).stream()
            .map(charge -> charge.cost())
            .reduce(Money.ZERO, Money::plus);
    assertThat(view.cost()).isEqualTo(charged).isNotEqualTo(Money.ZERO);
    assertThat(provider.calls()).isEqualTo(2);
  }

  @Test
  void showsEachStepWithItsPromptItsAnswerItsChecksAndItsSources() throws Exception {
    house.connect(ada);
    provider.when("Copy it word for word", Scripted.says(FOUND));
    provider.when("in one sentence", Scripted.says("Thank you for your letter."));

    RunView view = house.rested(ada, start(new NewRun.Live()));

    StepView found = step(view, "found");
    assertThat(found.status()).isEqualTo(StepView.Status.DONE);
    assertThat(found.asked()).hasSize(1);
    assertThat(found.asked().getFirst().answer()).isEqualTo(FOUND);
    assertThat(found.asked().getFirst().answeredBy()).contains(TestHouse.MODEL);
    assertThat(found.asked().getFirst().cost()).isPresent();
    String sent =
        found.asked().getFirst().segments().stream()
            .map(StepView.SentSegment::text)
            .collect(Collectors.joining());
    assertThat(sent).contains("Be brief.").contains("We deny this because of frequency.");
    assertThat(provider.asked().getFirst().prompt()).contains("Be brief.");
    assertThat(found.checks())
        .anySatisfy(check -> {
          assertThat(check.sentence()).contains("appears word for word in letter");
          assertThat(check.held()).isTrue();
        });
    assertThat(view.sources())
        .anySatisfy(source -> {
          assertThat(source.source()).isEqualTo("The letter");
          assertThat(source.place()).isEqualTo("line 1");
        });
    assertThat(view.steps()).anySatisfy(step -> assertThat(step.passages()).isNotEmpty());
  }

  @Test
  void asksAgainWithTheReasonWhenACheckDoesNotHold() throws Exception {
    house.connect(ada);
    provider.when(
        "Copy it word for word",
        Scripted.says("{\"reason\":\"for no reason\",\"dated\":null}"),
        Scripted.says(FOUND));
    provider.when("in one sentence", Scripted.says("Thank you for your letter."));

    RunView view = house.rested(ada, start(new NewRun.Live()));

    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(step(view, "found").asked()).hasSize(2);
    assertThat(provider.asked().get(1).prompt()).contains("for no reason");
  }

  @Test
  void failsWithTheCheckThatDoesNotHoldAfterAllAttempts() throws Exception {
    house.connect(ada);
    provider.answers(Scripted.says("{\"reason\":\"for no reason\",\"dated\":null}"));

    RunView view = house.rested(ada, start(new NewRun.Live()));

    assertThat(view.state()).isEqualTo(RunState.FAILED);
    assertThat(view.problem().orElseThrow().where()).isEqualTo("found");
    assertThat(provider.calls()).isEqualTo(3);
    assertThat(view.cost()).isNotEqualTo(Money.ZERO);
    assertThat(step(view, "found").status()).isEqualTo(StepView.Status.FAILED);
  }

  @Test
  void answersWithTheExamplesSampleAnswersForNothing() throws Exception {
    RunView view = house.rested(ada, start(new NewRun.Sample("plain")));

    assertThat(view.problem()).isEmpty();
    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(view.sample()).contains("plain");
    assertThat(view.cost()).isEqualTo(Money.ZERO);
    assertThat(step(view, "answer").asked().getFirst().answeredBy())
        .isEqualTo("Sample answer, written by the author");
    assertThat(provider.calls()).isZero();
    assertThat(house.rooms().ledger().toolsThisMonth()).isEmpty();
  }

  @Test
  void waitsForAModelAndGoesOnWhenOneIsConnected() throws Exception {
    provider.when("Copy it word for word", Scripted.says(FOUND));
    provider.when("in one sentence", Scripted.says("Thank you for your letter."));
    String run = start(new NewRun.Live());

    RunView parked = house.rested(ada, run);
    assertThat(parked.state()).isEqualTo(RunState.PARKED);
    assertThat(parked.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.NO_MODEL);
    assertThat(parked.inputs()).isEqualTo(inputs());

    house.connect(ada);
    house.rooms().runs().goOn(ada, run);
    assertThat(house.rested(ada, run).state()).isEqualTo(RunState.RESULT);
  }

  @Test
  void keepsWhatItPaidForWhenAProviderFailsInTheMiddle() throws Exception {
    house.connect(ada);
    provider.when("Copy it word for word", Scripted.says(FOUND));
    provider.when(
        "in one sentence", Scripted.status(401, "{}"), Scripted.says("Thank you for your letter."));
    String run = start(new NewRun.Live());

    RunView parked = house.rested(ada, run);
    assertThat(parked.state()).isEqualTo(RunState.PARKED);
    Money before = parked.cost();
    assertThat(before).isNotEqualTo(Money.ZERO);

    house.rooms().runs().goOn(ada, run);
    RunView view = house.rested(ada, run);
    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(timesAsked("Copy it word for word")).isEqualTo(1);
    assertThat(view.cost()).isGreaterThan(before);
  }

  @Test
  void parksWhenTheMonthsBudgetIsUsedUp() throws Exception {
    house.connect(ada);
    house.rooms().ledger().changeCaps(ada, new Caps(Money.dollars(1), new Money(1)));
    RunView view = house.rested(ada, start(new NewRun.Live()));
    assertThat(view.state()).isEqualTo(RunState.PARKED);
    assertThat(view.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.OVER_BUDGET);
    assertThat(provider.calls()).isZero();
  }

  @Test
  void streamsTheAnswerWhileItArrives() throws Exception {
    house.connect(ada);
    provider.when("Copy it word for word", new Scripted.Held(Scripted.says(FOUND)));
    provider.when("in one sentence", Scripted.says("Thank you for your letter."));
    String run = start(new NewRun.Live());
    List<RunEvent> heard = new CopyOnWriteArrayList<>();
    try (AutoCloseable _ = house.rooms().runs().listen(run, heard::add)) {
      provider.awaitCall();
      provider.release();
      house.rested(ada, run);
    }
    String written =
        heard.stream()
            .filter(RunEvent.Wrote.class::isInstance)
            .map(event -> ((RunEvent.Wrote) event).text())
            .collect(Collectors.joining());
    assertThat(written).contains("Thank you for your letter.");
    assertThat(heard).last().isInstanceOf(RunEvent.Rested.class);
  }

  @Test
  void showsWhatWouldBeSentByteForByte() throws Exception {
    house.connect(ada);
    provider.answers(Scripted.says(FOUND));
    Preview preview =
        house.rooms().runs().preview(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));
    assertThat(preview.problem()).isEmpty();
    assertThat(preview.estimate()).isPresent();
    assertThat(preview.first()).hasSize(1);
    assertThat(provider.calls()).isZero();

    house.rested(ada, start(new NewRun.Live()));
    assertThat(preview.first().getFirst().request())
        .isEqualTo(new String(provider.asked().getFirst().body(), StandardCharsets.UTF_8));
  }

  @Test
  void showsThePromptAndAPriceWithoutAModel() {
    Preview preview =
        house.rooms().runs().preview(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));
    assertThat(preview.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.NO_MODEL);
    assertThat(preview.first().getFirst().segments()).isNotEmpty();
    assertThat(preview.first().getFirst().request()).isEmpty();
    assertThat(preview.estimate()).isPresent();
    assertThat(preview.basis()).startsWith("Computed, not measured");
  }

  @Test
  void refusesToGoOnWithARunThatDoesNotWait() throws Exception {
    String run = start(new NewRun.Sample("plain"));
    house.rested(ada, run);
    assertThatThrownBy(() -> house.rooms().runs().goOn(ada, run))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT));
  }

  private String start(NewRun.Answers answers) {
    return house.rooms().runs().start(ada, new NewRun(tool, 1, inputs(), answers));
  }

  private static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }

  private long timesAsked(String words) {
    return provider.asked().stream().filter(asked -> asked.prompt().contains(words)).count();
  }

  private static StepView step(RunView view, String id) {
    return view.steps().stream().filter(step -> step.step().equals(id)).findFirst().orElseThrow();
  }

  private static Map<String, Value> results(RunView view) {
    return view.results().stream()
        .collect(Collectors.toMap(RunView.ResultView::name, RunView.ResultView::value));
  }
}
