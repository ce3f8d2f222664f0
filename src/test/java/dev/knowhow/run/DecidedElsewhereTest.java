package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.flow.FlowCompiler;
import dev.knowhow.flow.FlowProgram;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestDatabase;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A review that is decided at one server while another one drives the rest of its run.
@OnBothDatabases
class DecidedElsewhereTest {
  private static final Actor DORA =
      new Actor("dora", "Dora", Role.RUNNER, Set.of("dental/doctor"), Optional.empty());
  private static final String TWO_LANES =
      """
      async function main(run) {
        const proposed = "as proposed";
        const [answer, review] = await Promise.all([
          run.ask("answer", { tier: "standard", names: { letter: "a letter" } }),
          run.review("review_1", { proposed }, { by: "doctor" }),
        ]);
        return run.finish({ answer: `${answer}, ${review.value}` });
      }
      """;

  private final TestDatabase kind;

  DecidedElsewhereTest(TestDatabase kind) {
    this.kind = kind;
  }

  @Test
  void reachesTheDriverThroughTheOrderOfAnswers() throws Exception {
    String place = kind.newPlace();
    try (FakeProvider provider = FakeProvider.start();
        TestHouse here =
            TestHouse.in(kind, place, provider, InstantSource.system(), Retrying.usual());
        TestHouse there =
            TestHouse.in(kind, place, provider, InstantSource.system(), Retrying.usual())) {
      provider.answers(new Scripted.Held(Scripted.says("Thank you")));
      Actor ada = here.owner();
      here.connect(ada);
      insert(here, ada, here.addTool(ada, "reviewed"));
      here.rooms().runs().takeUp(false);
      provider.awaitCall();
      here.awaited(ada, "script", view -> !view.waitsFor().isEmpty());

      there.rooms().runs().decide(DORA, "script-2", approve());
      provider.release();
      RunView view = here.restedAs(ada, "script", RunState.RESULT);

      assertThat(view.results().getFirst().value()).isEqualTo(Value.text("Thank you, as proposed"));
      assertThat(there.rooms().runs().replay(ada, "script")).isInstanceOf(Replayed.Same.class);
      assertThat(provider.calls()).isOne();
    }
  }

  @Test
  void setsTheRunGoingThereWhenNobodyDrivesItAnyMore() throws Exception {
    String place = kind.newPlace();
    try (FakeProvider provider = FakeProvider.start();
        TestHouse here =
            TestHouse.in(kind, place, provider, InstantSource.system(), Retrying.usual());
        TestHouse there =
            TestHouse.in(kind, place, provider, InstantSource.system(), Retrying.usual())) {
      provider.answers(Scripted.says("Thank you"));
      Actor ada = here.owner();
      here.connect(ada);
      insert(here, ada, here.addTool(ada, "reviewed"));
      here.rooms().runs().takeUp(false);
      here.restedAs(ada, "script", RunState.WAITING);

      there.rooms().runs().decide(DORA, "script-2", approve());

      assertThat(there.restedAs(ada, "script", RunState.RESULT).problem()).isEmpty();
      assertThat(provider.calls()).isOne();
    }
  }

  private static Decision approve() {
    return new Decision.Approve(Value.text("as proposed"), Map.of(), "");
  }

  private static void insert(TestHouse house, Actor ada, String tool) {
    FlowProgram program =
        new FlowProgram(TWO_LANES, FlowCompiler.PRELUDE, List.of(), new TreeSet<>());
    house
        .rooms()
        .database()
        .write(handle -> {
          String sha =
              house.rooms().database().blobs().put(handle, Programs.stored(program).bytes());
          new RunStore()
              .insert(
                  handle,
                  new RunStore.Row(
                      "script",
                      tool,
                      1,
                      ada.personId(),
                      ada.name(),
                      Optional.empty(),
                      RunState.RUNNING,
                      Value.fields("letter", Value.text("a letter")),
                      1,
                      sha,
                      Optional.empty(),
                      Instant.now(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty(),
                      0,
                      RunStore.Inside.NOTHING,
                      Optional.empty(),
                      RunStore.Attempts.NONE,
                      Optional.empty()));
          return true;
        });
  }
}
