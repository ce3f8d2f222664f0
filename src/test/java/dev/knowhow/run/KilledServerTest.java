package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.price.Money;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.HouseProcess;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed with SIGKILL loses no run and pays for no answer twice.
class KilledServerTest {
  private static final Actor ADA = new Actor("whoever", "Ada", Role.OWNER);
  private static final String FIRST = "Copy it word for word";
  private static final String SECOND = "in one sentence";

  @TempDir private Path data;
  private FakeProvider provider;

  @BeforeEach
  void open() {
    provider = FakeProvider.start();
    provider.when(
        FIRST, Scripted.says("{\"reason\":\"because of frequency\",\"dated\":\"2026-01-05\"}"));
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void finishesAfterAKillBetweenTwoCallsWithEachAnswerBoughtOnce() throws Exception {
    provider.when(SECOND, Scripted.tooMany(30), Scripted.says("Thank you for your letter."));
    String run = startAndKillAfterCalls(2, true);

    RunView view = takeUp(run);

    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(timesAsked(FIRST)).isEqualTo(1);
    assertThat(timesAsked(SECOND)).as("once refused before the kill, once answered").isEqualTo(2);
    assertThat(charges(run)).extracting(Charge::outcome).containsOnly(Outcome.ANSWERED).hasSize(2);
    assertThat(view.uncertain()).isEqualTo(Money.ZERO);
  }

  @Test
  void repeatsACallThatWasUnderWayOnceAndKeepsTheLostOneInTheLedger() throws Exception {
    provider.when(
        SECOND,
        new Scripted.Held(Scripted.says("Nobody hears this.")),
        Scripted.says("Thank you for your letter."));
    String run = startAndKillAfterCalls(2, false);

    RunView view = takeUp(run);

    assertThat(view.state()).isEqualTo(RunState.RESULT);
    assertThat(timesAsked(FIRST)).isEqualTo(1);
    assertThat(timesAsked(SECOND)).isEqualTo(2);
    assertThat(charges(run))
        .extracting(Charge::outcome)
        .containsExactlyInAnyOrder(Outcome.ANSWERED, Outcome.UNKNOWN, Outcome.ANSWERED);
    assertThat(view.uncertain()).isNotEqualTo(Money.ZERO);
    try (TestHouse house = TestHouse.at(data, provider)) {
      assertThat(house.rooms().ledger().open()).as("reservations that leaked").isEmpty();
    }
  }

  @Test
  void opensNoReviewTwiceWhereverItIsKilled() throws Exception {
    provider.when("Answer this letter", Scripted.says("Thank you for your letter."));
    try (HouseProcess server =
        HouseProcess.starting(
            data, provider, "reviewed", Value.fields("letter", Value.text("We deny this.")))) {
      String run = server.runId();
      provider.awaitCall();
      server.kill();
      RunView view = takeUp(run);
      assertThat(view.state()).isEqualTo(RunState.WAITING);
      try (TestHouse house = TestHouse.at(data, provider)) {
        assertThat(house.rooms().runs().inbox(ADA)).hasSize(1);
        house.rooms().runs().takeUp(true);
        assertThat(house.rested(ADA, run).waitsFor()).hasSize(1);
        assertThat(house.rooms().runs().inbox(ADA)).hasSize(1);
      }
    }
  }

  private String startAndKillAfterCalls(int calls, boolean settled) throws Exception {
    try (HouseProcess server = HouseProcess.starting(data, provider, "two-asks", inputs())) {
      String run = server.runId();
      for (int i = 0; i < calls; i++) {
        provider.awaitCall();
      }
      if (settled) {
        awaitNoReservation();
      }
      server.kill();
      return run;
    }
  }

  /// Waits until no call is under way: the server pauses before it tries again.
  private void awaitNoReservation() throws InterruptedException {
    try (TestHouse house = TestHouse.at(data, provider)) {
      Instant patience = Instant.now().plusSeconds(20);
      while (!house.rooms().ledger().open().isEmpty()) {
        assertThat(Instant.now()).isBefore(patience);
        Thread.onSpinWait();
      }
    }
  }

  private RunView takeUp(String run) throws Exception {
    try (HouseProcess _ = HouseProcess.takingUp(data, provider);
        TestHouse house = TestHouse.at(data, provider)) {
      return house.rested(ADA, run);
    }
  }

  private List<Charge> charges(String run) {
    try (TestHouse house = TestHouse.at(data, provider)) {
      return house.rooms().ledger().chargesOf(run);
    }
  }

  private long timesAsked(String words) {
    return provider.asked().stream().filter(asked -> asked.prompt().contains(words)).count();
  }

  private static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }
}
