package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.run.NewRun;
import dev.knowhow.run.RunState;
import dev.knowhow.testing.FakeProvider;
import dev.knowhow.testing.Scripted;
import dev.knowhow.testing.TestHouse;
import dev.knowhow.value.Value;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `knowhow replay`, beside a server that is running.
class ReplayCommandTest {
  @TempDir private Path data;
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void replaysForNothingAndSaysThePriceOfAChangeBeforeItIsPaid() throws Exception {
    try (FakeProvider provider = FakeProvider.start();
        TestHouse house = TestHouse.at(data, provider)) {
      provider.when(
          "Copy it word for word",
          Scripted.says("{\"reason\":\"because of frequency\",\"dated\":\"2026-01-05\"}"));
      provider.when("in one sentence", Scripted.says("Thank you for your letter."));
      provider.when("in two sentences", Scripted.says("Thank you. Thank you."));
      Actor ada = house.owner();
      house.connect(ada);
      String tool = house.addTool(ada, "two-asks");
      String run =
          house.rooms().runs().start(ada, new NewRun(tool, 1, inputs(), new NewRun.Live()));
      house.restedAs(ada, run, RunState.RESULT);
      Files.writeString(
          folder.resolve("two.md"),
          "Answer {{found.reason}} in two sentences that say \"Thank you\".");

      assertThat(command(provider, "replay", run)).isZero();
      assertThat(out.toString()).contains("The same outcome from 3 answers, byte for byte");
      assertThat(command(provider, "replay", run, "--prompt", "answer=two.md")).isZero();
      assertThat(out.toString()).contains("This is expected to cost").contains("Add --pay");
      assertThat(provider.calls()).isEqualTo(2);

      assertThat(command(provider, "replay", run, "--prompt", "answer=two.md", "--pay")).isZero();
      assertThat(out.toString())
          .contains("answer: differs")
          .contains("- Thank you for your letter.")
          .contains("+ Thank you. Thank you.")
          .contains("found: the same, kept");
      assertThat(provider.calls()).isEqualTo(3);
    }
  }

  @Test
  void saysWhatIsWrongWithAChange() throws Exception {
    try (FakeProvider provider = FakeProvider.start()) {
      assertThat(command(provider, "replay", "nothing", "--step", "letter")).isEqualTo(1);
      assertThat(err.toString()).contains("--step and --tier belong together");
      assertThat(command(provider, "replay", "r", "--step", "a", "--tier", "good")).isEqualTo(1);
      assertThat(err.toString()).contains("There is no tier “good”.");
      assertThat(command(provider, "replay", "nothing")).isEqualTo(1);
      assertThat(err.toString()).contains("There is no database.");
    }
  }

  private int command(FakeProvider provider, String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            Map.of(
                "KNOWHOW_DATA",
                data.toString(),
                "KNOWHOW_LOCAL_MODELS",
                "localhost:" + provider.port()),
            folder,
            folder,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            _ -> Optional.empty(),
            InstantSource.system());
    return Main.run(surroundings, arguments);
  }

  private static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }
}
