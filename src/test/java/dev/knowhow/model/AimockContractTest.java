package dev.knowhow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Outcome;
import dev.knowhow.model.Answer.Refused;
import dev.knowhow.net.HostPort;
import dev.knowhow.problem.Problem;
import dev.knowhow.testing.Aimock;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.TestDatabase;
import dev.knowhow.testing.TestModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A fake that others wrote holds the contract too, and its chaos is survived.
class AimockContractTest extends ProviderContract {
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @Override
  TestModels connected(ConnectionKind kind) {
    return connected(kind, new String[0]);
  }

  private TestModels connected(ConnectionKind kind, String... options) {
    try {
      Aimock aimock = new Aimock(options);
      open.add(aimock);
      var database = TestDatabase.SQLITE.fresh();
      open.add(database);
      HostPort place = new HostPort("127.0.0.1", aimock.port());
      TestModels parts = new TestModels(database, FakeProvider.start(), place);
      open.add(parts);
      String path =
          switch (kind) {
            case ANTHROPIC -> "";
            case OPENAI_COMPATIBLE -> "/v1";
          };
      parts.connect(kind, "http://" + place + path);
      return parts;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  String answer() {
    return Aimock.ANSWER;
  }

  private static Problem problem(TestModels parts) {
    Answer answer = parts.models.ask(Prompts.call(), Recorder.NOTHING, _ -> {});
    assertThat(answer).isInstanceOf(Refused.class);
    assertThat(parts.ledger.open()).isEmpty();
    return ((Refused) answer).problem();
  }

  @ParameterizedTest
  @EnumSource
  void waitsAndGivesUpWhenItIsCalledTooOften(ConnectionKind kind) {
    TestModels parts = connected(kind, "--chaos-ratelimit", "1");
    assertThat(problem(parts).what()).contains("less often", "429");
    assertThat(parts.pauses).hasSize(2);
    assertThat(parts.ledger.chargesOf("run-1")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheMostOfCallsThatAreDisconnected(ConnectionKind kind) {
    TestModels parts = connected(kind, "--chaos-disconnect", "1");
    assertThat(problem(parts).what()).contains("did not answer after 3 attempts");
    assertThat(parts.ledger.chargesOf("run-1"))
        .hasSize(3)
        .extracting(Charge::outcome)
        .containsOnly(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void chargesAnEstimateForWhatIsMalformed(ConnectionKind kind) {
    TestModels parts = connected(kind, "--chaos-malformed", "1");
    assertThat(problem(parts).what()).contains("usable answer");
    assertThat(parts.ledger.chargesOf("run-1"))
        .hasSize(3)
        .allSatisfy(charge -> assertThat(charge.usageEstimated()).isTrue());
  }

  @ParameterizedTest
  @EnumSource
  void givesUpOnAServerThatIsBroken(ConnectionKind kind) {
    TestModels parts = connected(kind, "--chaos-drop", "1");
    assertThat(problem(parts).what()).contains("not working at the moment", "500");
    assertThat(parts.ledger.chargesOf("run-1")).isEmpty();
  }
}
