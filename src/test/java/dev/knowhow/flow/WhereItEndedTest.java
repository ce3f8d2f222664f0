package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever built a tool is told at which step a limit ended it.
class WhereItEndedTest {
  private static final String ASKS =
      """
      async function main(run) {
        const first = await run.ask("first", { tier: 'economy' });
        run.calculate("note", 'note', 'note', first);
        const second = await run.ask("second", { tier: 'economy' });
        const third = BOMB;
        return run.finish({ third: String(third) });
      }
      """;

  private static Flows flows;
  private static Flows patient;

  @BeforeAll
  static void start() {
    flows = flows(4);
    patient = flows(40);
  }

  @AfterAll
  static void stop() {
    flows.close();
    patient.close();
  }

  private static Flows flows(int seconds) {
    return new Flows(
        WorkerPlace.ofSystem(),
        new FlowLimits(1, Duration.ofSeconds(seconds), Duration.ofSeconds(60), 10_000));
  }

  @Test
  void aKilledFlowNamesTheStepWhoseAnswerItHadLast() {
    Slice.Failed failed = ended(flows, "7n ** 200000000n");
    assertThat(failed.fault().kind()).isEqualTo(FlowFault.Kind.TOO_LONG);
    assertThat(failed.fault().step()).isEqualTo("second");
    assertThat(failed.fault().what()).contains("4 seconds");
    assertThat(failed.fault().hint()).startsWith("It happened after “second” was answered.");
    assertThat(failed.trace()).extracting(TraceEntry::step).contains("first", "note");
  }

  @Test
  void aFlowWithoutMemoryNamesItToo() {
    FlowFault fault =
        ended(
                patient,
                "(() => { const all = []; for (;;) { all.push(new Array(1e5).fill(1)); } })()")
            .fault();
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.TOO_MUCH_MEMORY);
    assertThat(fault.step()).isEqualTo("second");
    assertThat(fault.what()).contains("128 MB");
  }

  @Test
  void aFlowThatComputesTooLongNamesItsStep() {
    FlowFault fault = ended(patient, "(() => { for (;;) {} })()").fault();
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.TOO_LONG);
    assertThat(fault.step()).isEqualTo("second");
  }

  @Test
  void aFlowThatAskedNothingSaysSo() {
    Slice slice =
        flows.slice(
            FlowTesting.request("async function main(run) { 7n ** 200000000n; }", "{}", List.of()));
    assertThat(((Slice.Failed) slice).fault().hint())
        .startsWith("It happened before anything was asked.");
  }

  private static Slice.Failed ended(Flows flows, String bomb) {
    StepOutline.Kind ask = StepOutline.Kind.ASK;
    FlowProgram program =
        new FlowProgram(
            ASKS.replace("BOMB", bomb),
            FlowCompiler.PRELUDE,
            List.of(new StepOutline("first", "", ask, 0), new StepOutline("second", "", ask, 0)),
            new TreeSet<>());
    List<JournalAnswer> journal = new ArrayList<>();
    while (true) {
      Slice slice = flows.slice(FlowTesting.request(program, "{}", Map.of(), journal, bomb));
      if (slice instanceof Slice.Failed failed) {
        return failed;
      }
      ((Slice.Waiting) slice)
          .calls()
          .forEach(call -> journal.add(FlowTesting.answer(call, "{\"value\":\"yes\"}")));
    }
  }
}
