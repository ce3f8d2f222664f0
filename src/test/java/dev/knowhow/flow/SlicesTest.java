package dev.knowhow.flow;

import static dev.knowhow.flow.FlowTesting.answer;
import static dev.knowhow.flow.FlowTesting.program;
import static dev.knowhow.flow.FlowTesting.request;
import static dev.knowhow.flow.FlowTesting.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A flow is a function of its inputs and its journal, slice by slice.
class SlicesTest {
  private static final String ASKS_TWICE =
      """
      async function main(run) {
        const { note } = run.inputs({ note: 'paragraph' });
        const first = await run.ask('first', { tier: 'economy', names: { note } });
        const second = await run.ask('second', { tier: 'standard', names: { first } });
        return run.finish({ second });
      }
      """;
  private static final String ASKS_AT_ONCE =
      """
      async function main(run) {
        const { lines } = run.inputs({ lines: [{ word: 'text' }] });
        const order = [];
        const made = await run.forEach('made', lines, { name: 'line', atOnce: 2 }, async (line, row) => {
          const said = await row.ask('said', { tier: 'economy', names: { 'line.word': line.word } });
          order.push(line.word);
          return { said };
        });
        return run.finish({ made, order: order.join() });
      }
      """;
  private static final String LINES =
      "{\"lines\":[{\"word\":\"a\"},{\"word\":\"b\"},{\"word\":\"c\"}]}";

  private static Flows flows;

  @BeforeAll
  static void start() {
    flows = FlowTesting.flows();
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @Test
  void waitsForAnAnswerAndGoesOnWithIt() {
    Slice.Waiting waiting = waiting(request(ASKS_TWICE, "{\"note\":\"n\"}", List.of()));
    FlowCall call = waiting.calls().getFirst();
    assertThat(call.number()).isEqualTo(1);
    assertThat(call.name()).isEqualTo("ask");
    assertThat(ValueJson.print(call.arguments()))
        .isEqualTo("{\"step\":\"first\",\"tier\":\"economy\",\"names\":{\"note\":\"n\"}}");

    List<JournalAnswer> journal = new ArrayList<>();
    journal.add(answer(call, "{\"value\":\"one\"}"));
    FlowCall next = waiting(request(ASKS_TWICE, "{\"note\":\"n\"}", journal)).calls().getFirst();
    assertThat(next.number()).isEqualTo(2);
    journal.add(answer(next, "{\"value\":\"two\"}"));
    assertThat(results(flows.slice(request(ASKS_TWICE, "{\"note\":\"n\"}", journal))))
        .isEqualTo("{\"second\":\"two\"}");
  }

  @Test
  void asksAsManyAtOnceAsItMayAndKeepsTheOrderOfRows() {
    List<FlowCall> calls = waiting(request(ASKS_AT_ONCE, LINES, List.of())).calls();
    assertThat(calls).extracting(FlowCall::lane).containsExactly("made[1]", "made[2]");
    List<JournalAnswer> journal = new ArrayList<>();
    journal.add(answer(calls.get(1), "{\"value\":\"B\"}"));
    List<FlowCall> then = waiting(request(ASKS_AT_ONCE, LINES, journal)).calls();
    assertThat(then).extracting(FlowCall::lane).containsExactly("made[1]", "made[3]");
    journal.add(answer(then.get(1), "{\"value\":\"C\"}"));
    journal.add(answer(then.get(0), "{\"value\":\"A\"}"));
    assertThat(results(flows.slice(request(ASKS_AT_ONCE, LINES, journal))))
        .isEqualTo(
            "{\"made\":[{\"word\":\"a\",\"said\":\"A\"},{\"word\":\"b\",\"said\":\"B\"},"
                + "{\"word\":\"c\",\"said\":\"C\"}],\"order\":\"b,c,a\"}");
  }

  @Test
  void aWarmFlowComesToTheSameAsOneFromTheStart() {
    FlowProgram program = program(ASKS_AT_ONCE);
    List<JournalAnswer> journal = new ArrayList<>();
    while (true) {
      Slice warm = flows.slice(request(program, LINES, Map.of(), journal, "run-1"));
      Slice cold = flows.slice(request(program, LINES, Map.of(), journal, ""));
      assertThat(warm).isEqualTo(cold);
      if (!(warm instanceof Slice.Waiting(List<FlowCall> calls, _))) {
        assertThat(warm).isInstanceOf(Slice.Done.class);
        return;
      }
      journal.add(answer(calls.getLast(), "{\"value\":\"x" + calls.getLast().number() + "\"}"));
    }
  }

  @Test
  void refusesTheJournalOfAnotherFlow() {
    FlowCall call = waiting(request(ASKS_TWICE, "{\"note\":\"n\"}", List.of())).calls().getFirst();
    JournalAnswer foreign = answer(call, "{\"value\":\"one\"}");
    Slice slice = flows.slice(request(ASKS_TWICE, "{\"note\":\"other\"}", List.of(foreign)));
    assertThat(fault(slice).kind()).isEqualTo(FlowFault.Kind.ANOTHER_VERSION);
    assertThat(fault(slice).what())
        .startsWith("This run was made with another version of the flow: call 1 was ask");
  }

  @Test
  void theClockStandsAtTheRunsStartAndRandomNumbersRepeat() {
    String script =
        """
        async function main(run) {
          return run.finish({
            now: new Date().toISOString(), stamp: String(Date.now()), call: Date().slice(0, 15),
            late: String(new Date(2020, 0, 1).getTimezoneOffset()),
            random: [Math.random(), Math.random()].join(),
          });
        }
        """;
    String first = results(flows.slice(request(script, "{}", List.of())));
    assertThat(first)
        .contains("\"now\":\"2026-11-24T15:04:05.000Z\"", "Tue Nov 24 2026", "\"late\":\"0\"");
    assertThat(results(flows.slice(request(script, "{}", List.of())))).isEqualTo(first);
  }

  @Test
  void saysWhereAScriptIsWrong() {
    FlowFault syntax =
        fault(flows.slice(request("async function main(run) {\n  let = ;\n}", "{}", List.of())));
    assertThat(syntax.kind()).isEqualTo(FlowFault.Kind.SCRIPT);
    assertThat(syntax.line()).isEqualTo(2);
    FlowFault thrown =
        fault(
            flows.slice(request("async function main(run) {\n\n  missing();\n}", "{}", List.of())));
    assertThat(thrown.what()).contains("ReferenceError");
    assertThat(thrown.line()).isEqualTo(3);
    FlowFault stuck =
        fault(
            flows.slice(
                request(
                    "async function main(run) { await new Promise(() => {}); }", "{}", List.of())));
    assertThat(stuck.what()).isEqualTo("The flow waits for something that never comes.");
    FlowFault loose =
        fault(
            flows.slice(
                request(
                    "async function main(run) { Promise.reject(new Error('x')); await null; return run.finish({}); }",
                    "{}",
                    List.of())));
    assertThat(loose.kind()).isEqualTo(FlowFault.Kind.SCRIPT);
  }

  private static Slice.Waiting waiting(SliceRequest request) {
    Slice slice = flows.slice(request);
    assertThat(slice).isInstanceOf(Slice.Waiting.class);
    return (Slice.Waiting) slice;
  }

  private static FlowFault fault(Slice slice) {
    assertThat(slice).isInstanceOf(Slice.Failed.class);
    return ((Slice.Failed) slice).fault();
  }
}
