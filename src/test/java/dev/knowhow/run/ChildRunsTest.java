package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.ledger.Caps;
import dev.knowhow.price.Money;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that uses another tool waits for that tool's run, and both are one budget.
class ChildRunsTest {
  private static final String FIRST = "Copy it word for word";
  private static final String SECOND = "in one sentence";

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
    house.addTool(ada, "two-asks");
    tool = house.addTool(ada, "uses-a-tool");
    house.connect(ada);
    provider.when(
        FIRST, Scripted.says("{\"reason\":\"because of frequency\",\"dated\":\"2026-01-05\"}"));
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  @Test
  void getsTheOtherToolsResultsAndCountsWhatTheyCost() throws Exception {
    provider.when(SECOND, Scripted.says("Thank you for your letter."));

    RunView view = house.restedAs(ada, start(inputs()), RunState.RESULT);

    assertThat(results(view))
        .containsEntry("answer", Value.text("Thank you for your letter."))
        .containsEntry("later", Value.text("2026-02-05"));
    RunView child = runs().view(ada, child(view));
    assertThat(child.parent()).contains(view.id());
    assertThat(child.state()).isEqualTo(RunState.RESULT);
    assertThat(view.cost()).isEqualTo(child.cost()).isNotEqualTo(Money.ZERO);
    assertThat(house.rooms().ledger().run(view.id()).spent()).isEqualTo(child.cost());
    assertThat(house.rooms().ledger().run(view.id()).held()).isEqualTo(Money.ZERO);
    assertThat(runs().replay(ada, view.id())).isInstanceOf(Replayed.Same.class);
  }

  @Test
  void waitsForTheOtherRunAndStopsItWhenItIsStopped() throws Exception {
    provider.when(SECOND, new Scripted.Held(Scripted.says("Thank you for your letter.")));
    String run = start(inputs());

    RunView waiting = house.restedAs(ada, run, RunState.WAITING);

    String child = ((WaitsFor.ARun) waiting.waitsFor().getFirst()).runId();
    assertThat(waiting.steps().getFirst().status()).isEqualTo(StepView.Status.UNDER_WAY);
    runs().stop(ada, run);
    assertThat(runs().view(ada, run).state()).isEqualTo(RunState.STOPPED);
    assertThat(runs().view(ada, child).state()).isEqualTo(RunState.STOPPED);
    provider.release();
  }

  @Test
  void failsWithTheReasonWhenTheOtherRunIsStopped() throws Exception {
    provider.when(SECOND, new Scripted.Held(Scripted.says("Thank you for your letter.")));
    RunView waiting = house.restedAs(ada, start(inputs()), RunState.WAITING);
    runs().stop(ada, child(waiting));
    provider.release();

    RunView view = house.restedAs(ada, waiting.id(), RunState.FAILED);

    assertThat(view.problem().orElseThrow().what()).contains("stopped");
  }

  @Test
  void theBudgetOfARunHoldsForAllThatItUses() throws Exception {
    provider.when(SECOND, Scripted.says("Thank you for your letter."));
    house.rooms().ledger().changeCaps(ada, new Caps(new Money(1), Money.dollars(100)));

    RunView waiting = house.restedAs(ada, start(inputs()), RunState.WAITING);

    RunView child = house.restedAs(ada, child(waiting), RunState.PARKED);
    assertThat(child.problem().orElseThrow().what()).contains("run");
    house.rooms().ledger().changeCaps(ada, new Caps(Money.dollars(1), Money.dollars(100)));
    runs().goOn(ada, child.id());
    assertThat(house.restedAs(ada, waiting.id(), RunState.RESULT).cost()).isNotEqualTo(Money.ZERO);
  }

  @Test
  void toolsThatUseEachOtherInACircleEndAtADepthOfFour() throws Exception {
    String circle = house.addTool(ada, "uses-itself");
    Value.Fields days = Value.fields("start", Value.text("1"));
    String run = runs().start(ada, new NewRun(circle, 1, days, new NewRun.Live()));

    RunView view = house.restedAs(ada, run, RunState.FAILED);

    assertThat(view.problem().orElseThrow().what()).contains("3 deep");
    assertThat(runs().recent(ada, circle, 10)).hasSize(4);
  }

  @Test
  void whatTheOtherToolCantTakeIsAStatedFailure() throws Exception {
    Map<String, Value> wrong = new LinkedHashMap<>(inputs().fields());
    wrong.put("letter", Value.text("x".repeat(100_000)));
    RunView view = house.restedAs(ada, start(Value.fields(wrong)), RunState.FAILED);
    assertThat(view.problem().orElseThrow().what()).contains("letter");
    assertThat(provider.calls()).isZero();
  }

  @Test
  void aSampleRunTakesTheOtherToolsResultsFromItsExample() throws Exception {
    String run = runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Sample("plain")));
    RunView view = house.restedAs(ada, run, RunState.RESULT);
    assertThat(results(view)).containsEntry("later", Value.text("2026-02-05"));
    assertThat(provider.calls()).isZero();
  }

  private Runs runs() {
    return house.rooms().runs();
  }

  private String start(Value.Fields inputs) {
    return runs().start(ada, new NewRun(tool, 1, inputs, new NewRun.Live()));
  }

  private static String child(RunView view) {
    List<StepView> steps = view.steps();
    return steps.stream().flatMap(step -> step.childRun().stream()).findFirst().orElseThrow();
  }

  private static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }

  private static Map<String, Value> results(RunView view) {
    Map<String, Value> results = new LinkedHashMap<>();
    view.results().forEach(result -> results.put(result.name(), result.value()));
    return results;
  }
}
