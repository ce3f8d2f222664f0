package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a script must not do is a stated failure with its line and what to do.
class BadFlowsTest {
  private static Flows flows;

  @BeforeAll
  static void start() {
    flows = FlowTesting.patientFlows();
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @TestFactory
  List<DynamicTest> failsWithALineAndWhatToDo() {
    Map<String, String> scripts = new LinkedHashMap<>();
    scripts.put("run.finish({}); return run.finish({});", "The flow ends twice.");
    scripts.put("return run.finish({ x: () => 1 });", "x is a function.");
    scripts.put("return run.finish({ rows: [{ a: 0 / 0 }] });", "rows[1].a is NaN, which is no");
    scripts.put("return run.finish({ a: 1e300 });", "a is 1e+300, which is no plain number.");
    scripts.put("return run.finish({ a: Symbol('x') });", "a is a symbol.");
    scripts.put("return run.finish({ a: run.now() });", "a is a promise.");
    scripts.put("return run.finish({ a: new Date() });", "a is a Date.");
    scripts.put("return run.finish({ a: new Map() });", "a is a Map.");
    scripts.put(
        "const a = {}; a.a = a; return run.finish(a);", "is nested more deeply than 64 levels.");
    scripts.put(
        "let a = 1; for (let i = 0; i < 70; i++) { a = [a]; } return run.finish({ a });",
        "is nested more deeply than 64 levels.");
    scripts.put("await run.ask('x', { tier: 'economy', names: { f() {} } });", "f is a function.");
    scripts.put("return run.finish({ a: MONEY('1') * 2 });", "exact values are computed with ADD");
    scripts.put("return run.finish({ a: ADD(0 / 0, 1) });", "NaN is no number that can be");
    scripts.put(
        "await run.review('r', { a: 1 }, { within: 'soon' });",
        "not a time: soon. Write it like \"3 days\"");
    scripts.put("await run.ask('x', { tier: 'cheap' });", "The tier is cheap, wanted economy,");
    scripts.put("await run.ask({}, { tier: 'best' });", "A call names no step.");
    scripts.put(
        "await run.ask('x', { tier: 'best', otherwise: ['again'] });",
        "Otherwise is again, wanted");
    scripts.put("await run.lookUp('x', { for: 'y' });", "says in nothing to look in");
    scripts.put("await run.lookUp('x', { in: ['r'], for: 'y', atMost: 0 });", "wants 0 passages");
    scripts.put(
        "await run.forEach('x', [1], { name: 'r', atOnce: 0 }, () => ({}));", "At once are 0 rows");
    scripts.put(
        "await run.forEach('x', 'text', { name: 'r' }, () => ({}));",
        "through text, wanted a list");
    scripts.put(
        "await run.workTowards('x', { tier: 'best', mayUse: {}, budget: { calls: 99 } });",
        "The budget has 99 calls");
    scripts.put("null.x;", "TypeError");
    List<DynamicTest> tests = new ArrayList<>();
    scripts.forEach((script, what) -> tests.add(dynamicTest(script, () -> fails(script, what))));
    return tests;
  }

  private static void fails(String script, String what) {
    FlowFault fault = fault("async function main(run) {\n\n" + script + "\n}");
    assertThat(fault.kind()).isEqualTo(FlowFault.Kind.SCRIPT);
    assertThat(fault.what()).contains(what);
    assertThat(fault.line()).isEqualTo(3);
    assertThat(fault.hint()).isNotEmpty();
  }

  @Test
  void saysThatNothingCameOutOrNothingEverComes() {
    assertThat(fault("async function main(run) { return () => 1; }").what())
        .isEqualTo("main returned no result.");
    assertThat(fault("function main(run) { return { done: 1 }; }").what())
        .isEqualTo("main returned no result.");
    FlowFault stuck =
        fault(
            "async function main(run) { run.calculate('a', 'a', '1', NUMBER('1'));\n"
                + "await new Promise(() => {}); }");
    assertThat(stuck.what())
        .isEqualTo(
            "The flow waits for something that never comes. It happened after the step “a” began.");
    assertThat(fault("const x = 1;").hint()).isEqualTo("Write async function main(run).");
  }

  @Test
  void loneSurrogatesAndProtoKeysComeThroughAsData() {
    Slice slice =
        flows.slice(
            FlowTesting.request(
                "async function main(run) { return run.finish({ a: 'x\\ud800y', b:"
                    + " JSON.parse('{\"__proto__\": {\"polluted\": \"1\"}}'), c: String({}.polluted),"
                    + " n: 12.5, big: 3n }); }",
                "{}",
                List.of()));
    assertThat(FlowTesting.results(slice))
        .isEqualTo(
            "{\"a\":\"x\ufffdy\",\"b\":{\"__proto__\":{\"polluted\":\"1\"}},\"c\":\"undefined\","
                + "\"n\":\"12.5\",\"big\":\"3\"}");
  }

  @Test
  void explainsAFlowThatDoesNotDoTheSameTwice() {
    String asks =
        "async function main(run) { const a = await run.ask('%s', { tier: 'economy', names: { n:"
            + " %s } }); return run.finish({ a }); }";
    FlowCall call =
        ((Slice.Waiting)
                flows.slice(FlowTesting.request(script(asks, "found", "'1'"), "{}", List.of())))
            .calls()
            .getFirst();
    List<JournalAnswer> journal = List.of(FlowTesting.answer(call, "{\"value\":\"x\"}"));
    FlowFault other =
        ((Slice.Failed)
                flows.slice(FlowTesting.request(script(asks, "found", "'2'"), "{}", journal)))
            .fault();
    assertThat(other.kind()).isEqualTo(FlowFault.Kind.ANOTHER_VERSION);
    assertThat(other.step()).isEqualTo("found");
    assertThat(other.what())
        .isEqualTo(
            "This run was made with another version of the flow: call 1 was ask, and now it makes"
                + " the call ask of “found” with something else than then.");
    assertThat(other.hint()).contains("does not do the same twice");
    FlowFault none =
        ((Slice.Failed)
                flows.slice(
                    FlowTesting.request(
                        "async function main(run) { const at = await run.now(); return"
                            + " run.finish({}); }",
                        "{}",
                        journal)))
            .fault();
    assertThat(none.what()).endsWith("call 1 was ask, and now it calls now.");
  }

  @Test
  void whatTheScriptWritesIsKeptWithItsLineAndBounded() {
    String script =
        "async function main(run) {\n  console.log('total', MONEY('5'), [{ a: DATE_OF('2026-11-24') }],"
            + " { f() {} }, undefined);\n  console.warn('x'.repeat(5000));\n  for (let i = 0; i <"
            + " 600; i++) console.log(i);\n  return run.finish({});\n}";
    Slice slice = flows.slice(FlowTesting.request(script, "{}", List.of()));
    List<TraceEntry> lines =
        slice.trace().stream().filter(e -> e.kind() == TraceEntry.Kind.LOGGED).toList();
    assertThat(lines.getFirst().words())
        .isEqualTo("total $5.00 [{\"a\":\"2026-11-24\"}] f is a function. undefined");
    assertThat(lines.getFirst().details().get("line").textOrEmpty()).isEqualTo("2");
    assertThat(lines.get(1).words()).hasSize(2001);
    assertThat(lines).hasSize(500);
    assertThat(lines.getLast().words()).isEqualTo("More lines are not kept.");
  }

  @Test
  void aLoopWorksOnNoMoreRowsAtOnceThanItMay() {
    String script =
        "async function main(run) { const rows = Array.from({ length: 60 }, (_, i) => ({ i }));\n"
            + "const made = await run.forEach('made', rows, { name: 'row', atOnce: 20 }, async (row,"
            + " lane) => ({ said: await lane.ask('said', { tier: 'best', names: { i: row.i } }) }));"
            + "\nreturn run.finish({ order: JOIN(OF(made, 'i')), said: JOIN(OF(made, 'said')) }); }";
    List<JournalAnswer> journal = new ArrayList<>();
    while (true) {
      Slice slice = flows.slice(FlowTesting.request(script, "{}", journal));
      if (!(slice instanceof Slice.Waiting(List<FlowCall> calls, _))) {
        String order =
            String.join(", ", IntStream.range(0, 60).mapToObj(Integer::toString).toList());
        assertThat(FlowTesting.results(slice))
            .isEqualTo("{\"order\":\"" + order + "\",\"said\":\"" + order + "\"}");
        return;
      }
      assertThat(calls).hasSizeLessThanOrEqualTo(20);
      if (journal.isEmpty()) {
        assertThat(calls).hasSize(20);
      }
      List<FlowCall> answered = new ArrayList<>(calls);
      Collections.reverse(answered);
      for (FlowCall call : answered) {
        Value names = call.arguments().get("names");
        journal.add(
            FlowTesting.answer(
                call, "{\"value\":" + ValueJson.print(((Value.Fields) names).get("i")) + "}"));
      }
    }
  }

  private static String script(String template, String step, String value) {
    return template.replaceFirst("%s", step).replaceFirst("%s", value);
  }

  private static FlowFault fault(String script) {
    Slice slice = flows.slice(FlowTesting.request(script, "{}", List.of()));
    assertThat(slice).isInstanceOf(Slice.Failed.class);
    return ((Slice.Failed) slice).fault();
  }
}
