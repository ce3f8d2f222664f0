package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Whatever a flow computes, it ends; its worker is replaced, and its neighbours notice nothing.
class BombsTest {
  /// What no limit inside the engine stops; only the end of the process does.
  private static final List<String> UNSTOPPABLE =
      List.of(
          "7n ** 200000000n",
          "(7n ** 20000000n).toString()",
          "BigInt('9'.repeat(4e6))",
          "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)",
          "Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1)",
          "Array.prototype.every.call({ length: 2 ** 53 - 1 }, () => true)",
          "Array.prototype.shift.call({ length: 2 ** 53 - 1 })",
          "Array.prototype.sort.call({ length: 2 ** 53 - 1 })",
          "Array.from({ length: 4e9 })",
          "'a'.repeat(1e6).indexOf('a'.repeat(5e5) + 'b')",
          "JSON.parse('[' + '1,'.repeat(2e7) + '1]')");

  private static final List<String> BOMBS =
      List.of(
          "(() => { for (;;) {} })()",
          "await (async () => { for (;;) { await null; } })()",
          "(() => { const all = []; for (;;) { all.push(new Array(1e5).fill(1)); } })()",
          "(() => { const all = new Map(); for (let i = 0; ; i++) { all.set('k' + i, 'v'.repeat(100)); } })()",
          "(() => { let s = 'a'; for (;;) { s += s; } })()",
          "[...Array(2 ** 30).keys()].length",
          "'x'.repeat(2 ** 29).split('').length",
          "(function f() { try { f(); } finally { f(); } })()",
          "(function f() { return f() + 1; })()",
          "JSON.stringify(Array.from({ length: 1e6 }, () => 'x'.repeat(1e3)))",
          "new ArrayBuffer(2 ** 31 - 1)",
          "(() => { throw { get name() { for (;;) {} } }; })()",
          "await Promise.all(Array.from({ length: 20000 }, (_, i) => run.ask('s' + i, { tier: 'economy' })))");

  private static final String HONEST =
      "async function main(run) { return run.finish({ sum: SUM(NUMBER('1'), NUMBER('2')) }); }";

  private static Flows flows(int seconds) {
    return new Flows(
        WorkerPlace.ofSystem(),
        new FlowLimits(2, Duration.ofSeconds(seconds), Duration.ofSeconds(60), 10_000));
  }

  @Test
  void everyBombEndsAsAStatedFailureAndTheNextFlowRuns() throws Exception {
    List<String> all = new ArrayList<>(UNSTOPPABLE);
    all.addAll(BOMBS);
    try (Flows flows = flows(1);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Map<String, Future<Slice>> ends = new LinkedHashMap<>();
      for (String bomb : all) {
        ends.put(bomb, threads.submit((Callable<Slice>) () -> flows.slice(request(bomb))));
      }
      for (Map.Entry<String, Future<Slice>> end : ends.entrySet()) {
        Slice slice = end.getValue().get();
        assertThat(slice).as(end.getKey()).isInstanceOf(Slice.Failed.class);
        assertThat(((Slice.Failed) slice).fault().kind())
            .as(end.getKey() + " " + slice)
            .isIn(
                FlowFault.Kind.TOO_LONG,
                FlowFault.Kind.TOO_MUCH_MEMORY,
                FlowFault.Kind.TOO_DEEP,
                FlowFault.Kind.TOO_LARGE,
                FlowFault.Kind.TOO_MANY_CALLS,
                FlowFault.Kind.SCRIPT);
      }
      assertThat(flows.state().replaced()).isGreaterThan(5);
    }
    try (Flows flows = flows(10)) {
      assertThat(FlowTesting.results(flows.slice(FlowTesting.request(HONEST, "{}", List.of()))))
          .isEqualTo("{\"sum\":\"3\"}");
    }
  }

  @Test
  void neighboursOfABombFinish() throws Exception {
    try (Flows flows = flows(4);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Slice> bomb =
          threads.submit((Callable<Slice>) () -> flows.slice(request(UNSTOPPABLE.getFirst())));
      List<Slice> neighbours = new ArrayList<>();
      while (!bomb.isDone() || neighbours.size() < 20) {
        neighbours.add(flows.slice(FlowTesting.request(HONEST, "{}", List.of())));
      }
      assertThat(neighbours).allSatisfy(slice -> assertThat(slice).isInstanceOf(Slice.Done.class));
      assertThat(((Slice.Failed) bomb.get()).fault().kind()).isEqualTo(FlowFault.Kind.TOO_LONG);
    }
  }

  @Test
  void runsThatWaitInAKilledWorkerGoOn() {
    String asks =
        "async function main(run) { const r = await run.ask('a', { tier: 'economy' }); return run.finish({ r }); }";
    FlowProgram program = FlowTesting.program(asks);
    try (Flows flows =
        new Flows(
            WorkerPlace.ofSystem(),
            new FlowLimits(1, Duration.ofSeconds(2), Duration.ofSeconds(60), 10_000))) {
      Slice.Waiting waiting =
          (Slice.Waiting)
              flows.slice(FlowTesting.request(program, "{}", Map.of(), List.of(), "run-1"));
      assertThat(flows.slice(request("7n ** 200000000n"))).isInstanceOf(Slice.Failed.class);
      JournalAnswer answer = FlowTesting.answer(waiting.calls().getFirst(), "{\"value\":\"yes\"}");
      Slice done =
          flows.slice(FlowTesting.request(program, "{}", Map.of(), List.of(answer), "run-1"));
      assertThat(FlowTesting.results(done)).isEqualTo("{\"r\":\"yes\"}");
      assertThat(flows.state().replaced()).isEqualTo(2);
    }
  }

  @Test
  void aWorkerThatIsKilledFromOutsideIsReplaced() {
    try (Flows flows = flows(10)) {
      assertThat(flows.slice(FlowTesting.request(HONEST, "{}", List.of())))
          .isInstanceOf(Slice.Done.class);
      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
      assertThat(flows.slice(FlowTesting.request(HONEST, "{}", List.of())))
          .isInstanceOf(Slice.Done.class);
    }
  }

  private static SliceRequest request(String bomb) {
    return FlowTesting.request(
        "async function main(run) {\n  const x = "
            + bomb
            + ";\n  return run.finish({ x: String(x).length });\n}\n",
        "{}",
        List.of());
  }
}
