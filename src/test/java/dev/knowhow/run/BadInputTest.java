package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.flow.FlowCompiler;
import dev.knowhow.flow.FlowProgram;
import dev.knowhow.ledger.Caps;
import dev.knowhow.price.Money;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a flow or a model does too much of is bounded or a stated failure.
class BadInputTest {
  private static final String ASKS_AT_ONCE =
      """
      async function main(run) {
        const asks = Array.from({ length: HOW_MANY }, (_, i) =>
          run.ask("answer", { tier: "standard", names: { letter: `letter ${i}` } }));
        const answers = await Promise.all(asks);
        return run.finish({ answer: String(answers.length) });
      }
      """;

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
    tool = house.addTool(ada, "reviewed");
    house.connect(ada);
    house.rooms().runs().takeUp(true);
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  @Test
  void ofManyAsksAtOnceThirtyTwoAreUnderWayAndTheOthersQueue() throws Exception {
    provider.answers(new Scripted.Held(Scripted.says("Thank you.")));
    String run = startScript(ASKS_AT_ONCE.replace("HOW_MANY", "300"));
    for (int i = 0; i < 32; i++) {
      provider.awaitCall();
    }
    assertThat(house.rooms().ledger().open()).hasSize(32);
    assertThat(provider.calls()).isEqualTo(32);
    for (int i = 0; i < 300; i++) {
      provider.release();
    }

    RunView view = house.restedAs(ada, run, RunState.RESULT);

    assertThat(view.results().getFirst().value()).isEqualTo(Value.text("300"));
    assertThat(provider.calls()).isEqualTo(300);
    assertThat(house.rooms().ledger().open()).isEmpty();
  }

  @Test
  void moreCallsThanARunMayMakeAreAStatedFailureBeforeTheFirstIsPaid() throws Exception {
    String run = startScript(ASKS_AT_ONCE.replace("HOW_MANY", "10001"));

    RunView view = house.restedAs(ada, run, RunState.FAILED);

    assertThat(view.problem().orElseThrow().what())
        .as("whichever limit it meets first: its calls, its time, its memory")
        .matches(".*(10000 times|computed for more than|MB of memory).*");
    assertThat(provider.calls()).isZero();
  }

  @Test
  void anAnswerOfFiveMegabytesIsAStatedFailureAndIsPaidFor() throws Exception {
    house.rooms().ledger().changeCaps(ada, new Caps(Money.dollars(900), Money.dollars(900)));
    provider.answers(Scripted.says("Thank you. " + "x".repeat(5_000_000)));
    String run = house.rooms().runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));

    RunView view = house.rested(ada, run);

    assertThat(view.state()).isIn(RunState.FAILED, RunState.WAITING);
    assertThat(house.rooms().ledger().chargesOf(run)).isNotEmpty();
    assertThat(house.rooms().ledger().open()).isEmpty();
  }

  private String startScript(String javascript) {
    FlowProgram program =
        new FlowProgram(javascript, FlowCompiler.PRELUDE, List.of(), new TreeSet<>());
    house
        .rooms()
        .database()
        .write(handle -> {
          String sha =
              house.rooms().database().blobs().put(handle, Programs.stored(program).bytes());
          new RunStore().insert(handle, row(sha));
          return true;
        });
    house.rooms().runs().takeUp(true);
    return "script";
  }

  private RunStore.Row row(String program) {
    return new RunStore.Row(
        "script",
        tool,
        1,
        ada.personId(),
        ada.name(),
        Optional.empty(),
        RunState.RUNNING,
        inputs(),
        1,
        program,
        Optional.empty(),
        Instant.now(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        RunStore.Inside.NOTHING,
        Optional.empty(),
        RunStore.Attempts.NONE,
        Optional.empty());
  }

  private static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    return Value.fields(inputs);
  }
}
