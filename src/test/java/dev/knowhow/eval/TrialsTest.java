package dev.knowhow.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.account.Actor;
import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.PurseSpend;
import dev.knowhow.ledger.Purses;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.run.RunState;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.value.Tier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tool's examples with sample answers and live, beside each other.
class TrialsTest {
  @TempDir private Path data;
  private FakeProvider provider;
  private TestHouse house;
  private Actor owner;
  private String tool;

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    house = TestHouse.at(data, provider);
    owner = house.owner();
    tool = house.rooms().tools().add(owner, TrialTools.words(8), "test/words");
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  @Test
  void sampleAnswersCostNothingAndSayWhatIsNotAsTheExampleWants() throws Exception {
    ToolFiles wrong =
        TrialTools.words(3)
            .with(
                "examples/e2.yaml",
                TrialTools.example(2, "word1").getBytes(StandardCharsets.UTF_8));
    String other = house.rooms().tools().add(owner, wrong, "test/wrong");
    TrialView view =
        done(trial(other, List.of(TrialColumn.sample("Version 1", 1)), Optional.empty()));
    assertThat(view.columns().getFirst().passed()).isEqualTo(2);
    assertThat(view.notPassed()).containsExactly("e2");
    assertThat(view.rows().get(1).cells().getFirst().outcome())
        .isInstanceOfSatisfying(
            CellOutcome.Failed.class,
            failed -> {
              assertThat(failed.misses()).extracting(Miss::of).containsExactly(Miss.Of.HOLDS);
              assertThat(failed.misses().getFirst().sentence()).isEqualTo("found.word = \"word2\"");
              assertThat(failed.ended().orElseThrow().results().getFirst().text())
                  .isEqualTo("word1");
            });
    assertThat(view.spent()).isEqualTo(Money.ZERO);
    assertThat(provider.calls()).isZero();

    String again =
        house
            .rooms()
            .trials()
            .start(
                owner,
                new NewTrial(
                    other,
                    "",
                    1,
                    new NewTrial.Which.NotPassedIn(view.id()),
                    List.of(TrialColumn.sample("Version 1", 1)),
                    Optional.empty()));
    assertThat(done(again).rows()).extracting(TrialView.RowView::example).containsExactly("e2");
    assertThat(house.rooms().trials().howItDid(owner, other, 1).orElseThrow().of()).isEqualTo(1);
  }

  @Test
  void liveAnswersAreHeldAgainstTheSameSentencesAndPaidFromThePurse() throws Exception {
    house.connect(owner);
    provider
        .when("number 3,", Scripted.says("{\"word\":\"another\"}"))
        .answers(new Scripted.Told(TrialTools::rightAnswer));
    TrialView view =
        done(
            trial(
                tool,
                List.of(TrialColumn.sample("Sample", 1), TrialColumn.live("Live", 1)),
                Optional.of(Money.dollars(1))));
    assertThat(view.columns()).extracting(TrialView.ColumnView::passed).containsExactly(8, 7);
    assertThat(view.columns().get(1).models()).containsExactly(TestHouse.MODEL);
    assertThat(view.spent()).isEqualTo(view.columns().get(1).cost()).isGreaterThan(Money.ZERO);
    assertThat(view.held()).isEqualTo(Money.ZERO);
    assertThat(view.notPassed()).containsExactly("e3");
    assertThat(view.rows().get(2).cells().get(1).runId()).isPresent();
    assertThat(house.rooms().runs().recent(owner, tool, 20)).isEmpty();
    HowItDid did = house.rooms().trials().howItDid(owner, tool, 1).orElseThrow();
    assertThat(did.live()).isTrue();
    assertThat(did.notPassed()).containsExactly("Number 3");
  }

  @Test
  void neverSpendsMoreThanItsCapWhateverRunsAtOnce() throws Exception {
    house.connect(owner);
    Purses purses = new Purses(house.rooms().database());
    List<PurseSpend> seen = new ArrayList<>();
    provider.answers(
        new Scripted.Told(asked -> {
          house.rooms().trials().recent(owner, tool, 1).stream()
              .map(row -> purses.of(row.id()))
              .forEach(spend -> {
                synchronized (seen) {
                  seen.add(spend);
                }
              });
          return TrialTools.rightAnswer(asked);
        }));
    Charge one = chargeOfOneExample();
    Money most = one.reservation().request().atMost();
    Money cap = most.plus(new Money(one.cost().picos() * 4));
    TrialView view = done(trial(tool, List.of(TrialColumn.live("Live", 1)), Optional.of(cap)));
    assertThat(view.spent()).isLessThanOrEqualTo(cap).isGreaterThan(Money.ZERO);
    assertThat(seen)
        .isNotEmpty()
        .allSatisfy(spend -> assertThat(spend.spent().plus(spend.held())).isLessThanOrEqualTo(cap));
    TrialView.ColumnView column = view.columns().getFirst();
    assertThat(column.passed()).as(view.toString()).isPositive();
    assertThat(column.notTried()).as(view.toString()).isPositive();
    assertThat(column.passed() + column.notTried()).isEqualTo(8);
    assertThat(view.cells(0))
        .filteredOn(cell -> cell.outcome() instanceof CellOutcome.NotTried)
        .allSatisfy(cell ->
            assertThat(((CellOutcome.NotTried) cell.outcome()).why())
                .startsWith("The cap is reached. "));
    // what is left is less than one more call could cost, so nothing that fits was refused
    assertThat(cap.lessAtMost(view.spent())).isLessThan(most.plus(new Money(1_000_000_000)));
  }

  @Test
  void otherTiersAreWhatTheirFilesWouldBe() throws Exception {
    house.connect(owner);
    provider.answers(new Scripted.Told(TrialTools::rightAnswer));
    TrialView view =
        done(
            trial(
                tool,
                List.of(
                    new TrialColumn(
                        "Economy", 1, TrialColumn.Answers.LIVE, Map.of("found", Tier.ECONOMY))),
                Optional.of(Money.dollars(1))));
    int executed = view.columns().getFirst().executed();
    assertThat(executed).isNegative();
    assertThat(
            house
                .rooms()
                .tools()
                .version(owner, tool, executed)
                .tool()
                .ask("found")
                .orElseThrow()
                .tier())
        .isEqualTo(Tier.ECONOMY);
    assertThat(view.columns().getFirst().passed()).isEqualTo(8);
    assertThat(house.rooms().trials().howItDid(owner, tool, 1)).isEmpty();
  }

  @Test
  void pausesGoesOnAndIsCancelled() throws Exception {
    house.connect(owner);
    provider.answers(new Scripted.Held(new Scripted.Told(TrialTools::rightAnswer)));
    String id = trial(tool, List.of(TrialColumn.live("Live", 1)), Optional.of(Money.dollars(1)));
    provider.awaitCall();
    house.rooms().trials().pause(owner, id);
    TrialView paused = house.rooms().trials().view(owner, id);
    assertThat(paused.state()).isEqualTo(TrialState.PAUSED);
    provider.release();
    awaited(id, view -> view.done() >= 1);
    assertThatThrownBy(() -> house.rooms().trials().pause(owner, id)).isInstanceOf(Problem.class);
    house.rooms().trials().goOn(owner, id);
    awaited(id, view -> view.state() == TrialState.RUNNING);
    house.rooms().trials().cancel(owner, id);
    TrialView cancelled = awaited(id, view -> view.endedAt().isPresent());
    assertThat(cancelled.state()).isEqualTo(TrialState.CANCELLED);
    assertThat(cancelled.done()).isEqualTo(8);
    assertThat(cancelled.columns().getFirst().notTried()).isPositive();
    cancelled.rows().stream()
        .flatMap(row -> row.cells().getFirst().runId().stream())
        .forEach(run ->
            assertThat(house.rooms().runs().view(owner, run).state())
                .isIn(RunState.STOPPED, RunState.RESULT));
  }

  @Test
  void whatCantBeExecutedSaysWhyAndNothingAboutTheAnswers() throws Exception {
    TrialView view =
        done(trial(tool, List.of(TrialColumn.live("Live", 1)), Optional.of(Money.dollars(1))));
    assertThat(view.columns().getFirst().didNotRun()).isEqualTo(8);
    assertThat(view.rows().getFirst().cells().getFirst().outcome())
        .isInstanceOfSatisfying(
            CellOutcome.DidNotRun.class,
            outcome -> assertThat(outcome.why()).contains("No model is connected"));
  }

  @Test
  void refusesATrialThatCostsMoneyWithoutACap() {
    assertThatThrownBy(() -> trial(tool, List.of(TrialColumn.live("Live", 1)), Optional.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no cap");
    assertThatThrownBy(() ->
            house
                .rooms()
                .trials()
                .start(
                    owner,
                    new NewTrial(
                        tool,
                        "",
                        1,
                        new NewTrial.Which.Only(List.of("nothing")),
                        List.of(TrialColumn.sample("Sample", 1)),
                        Optional.empty())))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no example");
  }

  private Charge chargeOfOneExample() throws Exception {
    String id =
        house
            .rooms()
            .trials()
            .start(
                owner,
                new NewTrial(
                    tool,
                    "",
                    1,
                    new NewTrial.Which.Only(List.of("e1")),
                    List.of(TrialColumn.live("Live", 1)),
                    Optional.of(Money.dollars(1))));
    String run = done(id).rows().getFirst().cells().getFirst().runId().orElseThrow();
    return house.rooms().ledger().chargesOf(run).getFirst();
  }

  private String trial(String toolId, List<TrialColumn> columns, Optional<Money> cap) {
    return house
        .rooms()
        .trials()
        .start(owner, new NewTrial(toolId, "a test", 1, new NewTrial.Which.All(), columns, cap));
  }

  private TrialView done(String id) throws Exception {
    return awaited(id, view -> view.state() == TrialState.DONE);
  }

  private TrialView awaited(String id, Predicate<TrialView> wanted) throws Exception {
    return TrialTools.awaited(house, owner, id, wanted);
  }
}
