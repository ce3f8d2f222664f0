package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.problem.Problem;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.SetClock;
import dev.knowhow.testing.TestDatabase;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A run waits for a person, and goes on with what the person decided.
@OnBothDatabases
class ReviewsTest {
  private static final Actor DORA =
      new Actor("dora", "Dora", Role.RUNNER, Set.of("dental/doctor"), Optional.empty());
  private static final Actor EVE = new Actor("eve", "Eve", Role.RUNNER);
  private static final String ASKS = "Answer this letter";
  private static final String NOTES = "Say in five words";
  private static final String PROPOSED = "Thank you for your letter.";

  private final TestDatabase kind;
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private FakeProvider provider;
  private TestHouse house;
  private Actor ada;
  private String tool;

  ReviewsTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    house =
        TestHouse.on(kind, provider, clock, new Retrying(List.of(), 5, Duration.ofMillis(20), 32));
    ada = house.owner();
    tool = house.addTool(ada, "reviewed");
    house.connect(ada);
    provider.when(ASKS, Scripted.says(PROPOSED), Scripted.says("Thank you, and see you soon."));
    provider.when(NOTES, Scripted.says("A letter of thanks."));
    house.rooms().runs().takeUp(true);
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  @Test
  void waitsForTheRoleThatDecidesWithAllThatIsNeededToDecide() throws Exception {
    RunView waiting = waiting();

    assertThat(waiting.state()).isEqualTo(RunState.WAITING);
    assertThat(waiting.waitsFor())
        .singleElement()
        .isInstanceOfSatisfying(
            WaitsFor.AReview.class,
            review -> {
              assertThat(review.by()).isEqualTo("doctor");
              assertThat(review.until()).contains(Instant.parse("2026-11-27T08:00:00Z"));
            });
    ReviewView review = runs().inbox(DORA).getFirst();
    assertThat(review.value()).isEqualTo(Value.text(PROPOSED));
    assertThat(review.fills())
        .extracting(ReviewView.Fill::name)
        .containsExactly("send_by", "urgent");
    assertThat(review.shown()).extracting(ReviewView.Shown::label).containsExactly("The letter");
    assertThat(review.startedBy()).isEqualTo("Ada");
    assertThat(review.maySendBack()).isTrue();
    assertThat(runs().waitingFor(DORA)).isOne();
    assertThat(runs().waitingFor(ada)).isOne();
    assertThat(runs().waitingFor(EVE)).isZero();
    assertThat(runs().inbox(EVE)).isEmpty();
  }

  @Test
  void goesOnWithWhatWasEditedAndFilledIn() throws Exception {
    RunView waiting = waiting();
    runs()
        .decide(DORA, reviewOf(waiting), approve("Thank you. We will write.", "February 4, 2026"));

    RunView view = house.rested(ada, waiting.id());

    assertThat(view.problem()).isEmpty();
    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(results(view))
        .containsEntry("answer", Value.text("Thank you. We will write."))
        .containsEntry("send_by", Value.text("2026-02-04"));
    ReviewView.Decided decided = runs().review(ada, reviewOf(waiting)).decided().orElseThrow();
    assertThat(decided.decision()).isEqualTo("edited");
    assertThat(decided.by()).isEqualTo("Dora");
    assertThat(decided.fills()).containsEntry("urgent", "yes");
    assertThat(runs().waitingFor(ada)).isZero();
    assertThat(runs().replay(ada, view.id())).isInstanceOf(Replayed.Same.class);
  }

  @Test
  void asksAgainForTheReasonOfWhoeverSentItBack() throws Exception {
    RunView waiting = waiting();
    runs().decide(DORA, reviewOf(waiting), new Decision.SendBack("Say when."));

    RunView again = house.rested(ada, waiting.id());

    assertThat(again.state()).isEqualTo(RunState.WAITING);
    assertThat(provider.asked().getLast().prompt()).contains("Say when.");
    assertThat(runs().inbox(DORA).getFirst().value())
        .isEqualTo(Value.text("Thank you, and see you soon."));
  }

  @Test
  void isDecidedOnceHoweverManyDecideAtOnce() throws Exception {
    RunView waiting = waiting();
    Decision decision = approve(PROPOSED, "2026-02-04");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> decides =
          () -> {
            try {
              runs().decide(DORA, reviewOf(waiting), decision);
              return true;
            } catch (Problem problem) {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
              return false;
            }
          };
      long first =
          threads.invokeAll(java.util.Collections.nCopies(20, decides)).stream()
              .filter(one -> one.resultNow())
              .count();
      assertThat(first).isOne();
    }
    assertThat(house.rested(ada, waiting.id()).state()).isEqualTo(RunState.RESULT);
    refuses(Problem.Kind.CONFLICT, DORA, waiting, decision);
  }

  @Test
  void refusesWhoeverHasNotTheRole() throws Exception {
    RunView waiting = waiting();
    Decision decision = approve(PROPOSED, "2026-02-04");
    refuses(Problem.Kind.NOT_FOUND, EVE, waiting, decision);
    Actor builder = new Actor("cleo", "Cleo", Role.BUILDER);
    refuses(Problem.Kind.NOT_ALLOWED, builder, waiting, decision);
    assertThat(runs().view(builder, waiting.id()).state()).isEqualTo(RunState.WAITING);
  }

  @Test
  void saysForEachFieldWhatIsWrongWithIt() throws Exception {
    RunView waiting = waiting();
    assertThatThrownBy(() ->
            runs()
                .decide(
                    DORA,
                    reviewOf(waiting),
                    new Decision.Approve(
                        Value.text(PROPOSED),
                        Map.of("send_by", "soon", "urgent", "perhaps", "colour", "red"),
                        "")))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
              assertThat(problem.faults())
                  .extracting(fault -> fault.where())
                  .containsExactlyInAnyOrder("send_by", "urgent", "colour");
            });
    assertThat(runs().view(ada, waiting.id()).state()).isEqualTo(RunState.WAITING);
  }

  @Test
  void takesTheLateWayWhenNobodyDecidesInTime() throws Exception {
    RunView waiting = waiting();
    clock.pass(Duration.ofDays(3));

    RunView view = house.restedAs(ada, waiting.id(), RunState.CANT_SAY);

    assertThat(view.because()).isEqualTo("The doctor did not decide in time");
    refuses(Problem.Kind.CONFLICT, DORA, waiting, approve(PROPOSED, "2026-02-04"));
  }

  @Test
  void isWithdrawnWhenItsRunIsStopped() throws Exception {
    RunView waiting = waiting();
    String review = reviewOf(waiting);
    runs().stop(ada, waiting.id());

    assertThat(runs().view(ada, waiting.id()).state()).isEqualTo(RunState.STOPPED);
    assertThat(runs().waitingFor(DORA)).isZero();
    assertThat(runs().review(ada, review).decided().orElseThrow().decision())
        .isEqualTo("withdrawn");
    refuses(Problem.Kind.CONFLICT, DORA, waiting, approve(PROPOSED, "2026-02-04"));
  }

  @Test
  void aRunnerSeesTheirOwnRunsAndThoseTheyDecide() throws Exception {
    RunView waiting = waiting();
    assertThat(runs().view(DORA, waiting.id()).id()).isEqualTo(waiting.id());
    assertThatThrownBy(() -> runs().view(EVE, waiting.id()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    assertThatThrownBy(() -> runs().stop(DORA, waiting.id()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_ALLOWED));
    assertThat(runs().recent(EVE, tool, 10)).isEmpty();
    String own = runs().start(EVE, new NewRun(tool, 1, inputs(), new NewRun.Live()));
    assertThat(house.rested(EVE, own).state()).isEqualTo(RunState.WAITING);
    assertThat(runs().recent(EVE, tool, 10)).extracting(RunRow::id).containsExactly(own);
  }

  @Test
  void aSampleRunTakesTheDecisionOfItsExample() throws Exception {
    String run = runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Sample("plain")));
    RunView view = house.rested(ada, run);
    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(results(view)).containsEntry("send_by", Value.text("2026-02-04"));
    assertThat(runs().waitingFor(ada)).isZero();
  }

  private void refuses(Problem.Kind kind, Actor actor, RunView run, Decision decision) {
    assertThatThrownBy(() -> runs().decide(actor, run.id() + "-2", decision))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(kind));
  }

  private Runs runs() {
    return house.rooms().runs();
  }

  private RunView waiting() throws Exception {
    String run = runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));
    return house.rested(ada, run);
  }

  private static String reviewOf(RunView run) {
    return run.waitsFor().stream()
        .filter(WaitsFor.AReview.class::isInstance)
        .map(WaitsFor.AReview.class::cast)
        .map(WaitsFor.AReview::reviewId)
        .findFirst()
        .orElseThrow();
  }

  private static Decision approve(String answer, String sendBy) {
    return new Decision.Approve(
        Value.text(answer), Map.of("send_by", sendBy, "urgent", "yes"), "Fine.");
  }

  private static Value.Fields inputs() {
    return Value.fields(
        Map.of("letter", Value.text("January 5, 2026. We deny this because of frequency.")));
  }

  private static Map<String, Value> results(RunView view) {
    Map<String, Value> results = new java.util.HashMap<>();
    view.results().forEach(result -> results.put(result.name(), result.value()));
    return results;
  }
}
