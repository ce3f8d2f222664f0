package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// One tool's runaway flows do not starve another's, with real workers.
class FairnessTest {
  private static final String RUNAWAY =
      "async function main(run) { return run.finish({ x: String(7n ** 200000000n) }); }";
  private static final FlowLimits LIMITS =
      new FlowLimits(2, Duration.ofSeconds(2), Duration.ofSeconds(60), 10_000);

  @Test
  void runawaysOfOneToolLeaveItsNeighbourServed() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger killed = new AtomicInteger();
    try (Flows flows = new Flows(WorkerPlace.ofSystem(), LIMITS);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertDone(flows.slice(honest("neighbour")));
      for (int i = 0; i < 8; i++) {
        threads.execute(() -> {
          while (!over.get()) {
            flows.slice(slice(RUNAWAY, Turn.person("runaway")));
            killed.incrementAndGet();
          }
        });
      }
      List<Long> waits = new ArrayList<>();
      while (killed.get() < 3) {
        long began = System.nanoTime();
        assertDone(flows.slice(honest("neighbour")));
        waits.add((System.nanoTime() - began) / 1_000_000);
      }
      over.set(true);
      Collections.sort(waits);
      long p50 = waits.get(waits.size() / 2);
      long p95 = waits.get(waits.size() * 95 / 100);
      System.out.printf(
          Locale.ROOT,
          "%d slices of the neighbour while 8 runaways of another tool: p50 %d ms, p95 %d ms, max %d ms%n",
          waits.size(),
          p50,
          p95,
          waits.getLast());
      assertThat(waits).hasSizeGreaterThan(20);
      assertThat(p95).as("p95 of " + waits).isLessThan(1_000);
      assertThat(waits.getLast()).as("the longest wait").isLessThan(20_000);
    }
  }

  @Test
  void aPersonIsServedInTheMiddleOfABatch() throws Exception {
    try (Flows flows = new Flows(WorkerPlace.ofSystem(), LIMITS);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertDone(flows.slice(honest("batch")));
      AtomicInteger done = new AtomicInteger();
      CountDownLatch begun = new CountDownLatch(20);
      List<Future<Slice>> batch = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        batch.add(
            threads.submit(
                (Callable<Slice>)
                    () -> {
                      Slice slice = flows.slice(slice(Judge.HONEST, Turn.batch("tool")));
                      done.incrementAndGet();
                      begun.countDown();
                      return slice;
                    }));
      }
      begun.await();
      assertDone(flows.slice(slice(Judge.HONEST, Turn.person("tool"))));
      int before = done.get();
      for (Future<Slice> each : batch) {
        assertDone(each.get());
      }
      assertThat(before).as("of 600 slices of a batch, done before the person's").isLessThan(400);
    }
  }

  @Test
  void moreThanMayWaitAreToldThatItIsBusy() throws Exception {
    FlowLimits narrow =
        new FlowLimits(
            1, Duration.ofSeconds(2), Duration.ofSeconds(60), 10_000, 3, Duration.ofSeconds(30));
    try (Flows flows = new Flows(WorkerPlace.ofSystem(), narrow);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertDone(flows.slice(honest("tool")));
      List<Future<Slice>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(
            threads.submit(
                (Callable<Slice>) () -> flows.slice(slice(RUNAWAY, Turn.person("tool")))));
      }
      List<FlowFault.Kind> kinds = new ArrayList<>();
      for (Future<Slice> each : all) {
        kinds.add(((Slice.Failed) each.get()).fault().kind());
      }
      assertThat(kinds).contains(FlowFault.Kind.BUSY, FlowFault.Kind.TOO_LONG);
      assertThat(Collections.frequency(kinds, FlowFault.Kind.BUSY)).isGreaterThanOrEqualTo(6);
      assertDone(flows.slice(honest("neighbour")));
    }
  }

  @Test
  void runsThatWaitWithMuchMemoryAllFinish() {
    String heavy =
        "async function main(run) { const kept = Array.from({ length: 50000 }, (_, i) => 'k' + i);"
            + " const r = await run.ask('a', { tier: 'economy' });"
            + " return run.finish({ r: r + kept.length }); }";
    FlowProgram program = FlowTesting.program(heavy);
    try (Flows flows = new Flows(WorkerPlace.ofSystem(), FlowLimits.usual())) {
      List<FlowCall> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Slice slice =
            flows.slice(FlowTesting.request(program, "{}", Map.of(), List.of(), "run " + i));
        assertThat(slice).isInstanceOf(Slice.Waiting.class);
        calls.add(((Slice.Waiting) slice).calls().getFirst());
      }
      for (int i = 0; i < 40; i++) {
        JournalAnswer answer = FlowTesting.answer(calls.get(i), "{\"value\":\"yes\"}");
        Slice slice =
            flows.slice(FlowTesting.request(program, "{}", Map.of(), List.of(answer), "run " + i));
        assertThat(FlowTesting.results(slice)).isEqualTo("{\"r\":\"yes50000\"}");
      }
    }
  }

  private static void assertDone(Slice slice) {
    assertThat(FlowTesting.results(slice)).isEqualTo("{\"sum\":\"3\"}");
  }

  private static SliceRequest honest(String tool) {
    return slice(Judge.HONEST, Turn.person(tool));
  }

  private static SliceRequest slice(String script, Turn turn) {
    return FlowTesting.request(FlowTesting.program(script), "{}", Map.of(), List.of(), "", turn);
  }
}
