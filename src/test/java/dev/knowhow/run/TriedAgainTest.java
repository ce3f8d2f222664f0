package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.problem.Problem;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.OnBothDatabases;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.SetClock;
import dev.knowhow.testing.TestDatabase;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.tool.Definition;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What may pass is tried again by itself, a bounded number of times.
@OnBothDatabases
class TriedAgainTest {
  private static final String FIRST = "Copy it word for word";
  private static final String SECOND = "in one sentence";
  private static final String FOUND =
      "{\"reason\":\"because of frequency\",\"dated\":\"2026-01-05\"}";

  private final TestDatabase kind;
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private FakeProvider provider;
  private TestHouse house;
  private Actor ada;
  private String tool;

  TriedAgainTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    house =
        TestHouse.on(
            kind,
            provider,
            clock,
            new Retrying(
                List.of(Duration.ofMinutes(1), Duration.ofHours(1)), 5, Duration.ofMillis(20), 32));
    ada = house.owner();
    tool = house.addTool(ada, "two-asks");
    house.connect(ada);
    provider.when(FIRST, Scripted.says(FOUND));
    house.rooms().runs().takeUp(true);
  }

  @AfterEach
  void close() {
    house.close();
    provider.close();
  }

  /// A rate limit that asks for more patience than a call has is given up at once by the gate.
  private static Scripted tooMany() {
    return Scripted.tooMany(3_600);
  }

  @Test
  void waitsForAMomentAndThenTriesAgainWhatDidNotWork() throws Exception {
    provider.when(SECOND, tooMany(), Scripted.says("Thank you for your letter."));
    String run = start();

    RunView waiting = house.rested(ada, run);

    assertThat(waiting.state()).isEqualTo(RunState.WAITING);
    assertThat(waiting.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.PROVIDER_FAILED);
    assertThat(waiting.waitsFor())
        .singleElement()
        .isInstanceOfSatisfying(
            WaitsFor.ATime.class,
            time -> assertThat(time.at()).isEqualTo(Instant.parse("2026-11-24T08:01:00Z")));
    clock.pass(Duration.ofMinutes(1));
    assertThat(house.restedAs(ada, run, RunState.RESULT).problem()).isEmpty();
    assertThat(provider.asked()).filteredOn(a -> a.prompt().contains(FIRST)).hasSize(1);
  }

  @Test
  void isParkedWithItsReasonAfterTheLastTry() throws Exception {
    provider.when(SECOND, tooMany(), tooMany(), tooMany(), tooMany());
    String run = start();
    house.rested(ada, run);
    clock.pass(Duration.ofMinutes(1));
    awaitWaitingSince(run, "2026-11-24T09:01:00Z");
    clock.pass(Duration.ofHours(1));

    RunView parked = house.restedAs(ada, run, RunState.PARKED);

    assertThat(parked.problem().orElseThrow().what()).contains("It was tried 3 times over.");
    assertThat(parked.waitsFor()).isEmpty();
  }

  @Test
  void aPersonNeedNotWaitForTheMoment() throws Exception {
    provider.when(SECOND, tooMany(), Scripted.says("Thank you for your letter."));
    String run = start();
    house.rested(ada, run);
    house.rooms().runs().goOn(ada, run);
    assertThat(house.restedAs(ada, run, RunState.RESULT).waitsFor()).isEmpty();
  }

  @Test
  void aRefusedKeyIsNotTriedAgain() throws Exception {
    provider.when(SECOND, Scripted.status(401, "{}"));
    assertThat(house.rested(ada, start()).state()).isEqualTo(RunState.PARKED);
  }

  @Test
  void aRunThatComesNoFurtherHoweverOftenItIsTakenUpIsParked() throws Exception {
    provider.when(SECOND, Scripted.says("Thank you for your letter."));
    String run = "found";
    foundOnTheDisk(List.of(run), 5);
    clock.pass(Duration.ofSeconds(1));
    house.rooms().runs().takeUp(true);

    RunView parked = house.restedAs(ada, run, RunState.PARKED);

    assertThat(parked.problem().orElseThrow().what()).contains("taken up 5 times");
    assertThat(provider.calls()).isZero();
    house.rooms().runs().goOn(ada, run);
    assertThat(house.rested(ada, run).state()).isEqualTo(RunState.RESULT);
  }

  @Test
  void runsThatWereTakenUpInVainAreWorkedOnOneAtATimeUntilTheyComeFurther() throws Exception {
    Scripted held = new Scripted.Held(Scripted.says(FOUND));
    provider.when(FIRST, held, held);
    Scripted thanks = Scripted.says("Thank you for your letter.");
    provider.when(SECOND, thanks, thanks, thanks);
    foundOnTheDisk(List.of("found-1", "found-2", "found-3"), 1);
    clock.pass(Duration.ofSeconds(1));
    house.rooms().runs().takeUp(false);

    for (int i = 0; i < 3; i++) {
      provider.awaitCall(); // both of the first run, and the second run's first one
    }
    house.restedAs(ada, "found-1", RunState.RESULT);
    assertThat(provider.asked())
        .as("the third run waits for the second")
        .noneMatch(asked -> asked.prompt().contains("found-3"));
    provider.release();
    provider.release();

    for (String run : List.of("found-1", "found-2", "found-3")) {
      assertThat(house.restedAs(ada, run, RunState.RESULT).problem()).isEmpty();
    }
  }

  /// Runs that a killed server left: rows and nothing else.
  ///
  /// @param drives how often each was taken up in vain
  private void foundOnTheDisk(List<String> ids, int drives) {
    Definition definition = house.rooms().tools().version(ada, tool, 1).definition();
    Programs.Stored program = new Preparation().of(definition).stored();
    StateStore states = new StateStore();
    house
        .rooms()
        .database()
        .write(handle -> {
          String sha = program.keep(handle, house.rooms().database().blobs());
          for (String id : ids) {
            new RunStore().insert(handle, row(id, sha));
            for (int i = 0; i < drives; i++) {
              Instant then = clock.instant().plusMillis(i);
              states.claim(handle, id, "killed", then, then);
            }
          }
          return true;
        });
  }

  private RunStore.Row row(String id, String program) {
    return new RunStore.Row(
        id,
        tool,
        1,
        ada.personId(),
        ada.name(),
        Optional.empty(),
        RunState.RUNNING,
        inputs(id),
        1,
        program,
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        RunStore.Inside.NOTHING,
        Optional.empty(),
        RunStore.Attempts.NONE,
        Optional.empty());
  }

  private void awaitWaitingSince(String run, String wakes) throws Exception {
    Instant at = Instant.parse(wakes);
    house.awaited(
        ada,
        run,
        view ->
            view.waitsFor().stream()
                .anyMatch(w -> w instanceof WaitsFor.ATime time && time.at().equals(at)));
  }

  private String start() {
    return house
        .rooms()
        .runs()
        .start(ada, new NewRun(tool, 1, inputs("one letter"), new NewRun.Live()));
  }

  private static Value.Fields inputs(String which) {
    Map<String, Value> inputs = new LinkedHashMap<>();
    String letter = "January 5, 2026. We deny this because of frequency. (" + which + ")";
    inputs.put("letter", Value.text(letter));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }
}
