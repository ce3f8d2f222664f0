package dev.knowhow.bench;

import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.WorkerPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// What a slice costs over the pipe to a real worker, and how a flow grows with its calls.
final class SliceLoad {
  private static final int ROUNDS = Integer.getInteger("knowhow.bench.rounds", 3_000);

  private SliceLoad() {}

  static void run() {
    try (Flows flows = flows()) {
      once(flows, "empty flow", BenchFlow.empty());
      once(flows, "60 lines, to the end", BenchFlow.sixtyLines());
      goOn(flows);
      curve(flows);
    }
  }

  static Flows flows() {
    return new Flows(
        WorkerPlace.ofSystem(),
        new FlowLimits(2, Duration.ofSeconds(20), Duration.ofSeconds(60), 10_000));
  }

  private static void once(Flows flows, String name, BenchFlow flow) {
    List<JournalAnswer> journal = flow.toTheEnd(flows, "");
    for (int i = 0; i < ROUNDS; i++) {
      flow.end(flows, journal);
    }
    for (Duration pause : List.of(Duration.ZERO, Duration.ofMillis(3))) {
      long[] nanos = new long[ROUNDS];
      Cpu before = Cpu.now();
      for (int i = 0; i < ROUNDS; i++) {
        LockSupport.parkNanos(pause.toNanos());
        long start = System.nanoTime();
        flow.end(flows, journal);
        nanos[i] = System.nanoTime() - start;
      }
      String how = pause.isZero() ? ", one after the other" : ", to an idle worker";
      say(name + how, new Figures(nanos) + "; " + Cpu.now().since(before, ROUNDS));
    }
  }

  /// The second slice of a flow that waits warm: what an answer costs.
  private static void goOn(Flows flows) {
    BenchFlow flow = BenchFlow.inARow(2);
    long[] nanos = new long[ROUNDS];
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < ROUNDS; i++) {
        String key = "go on " + round + " " + i;
        Slice.Waiting first = (Slice.Waiting) flows.slice(flow.after(List.of(), key));
        List<JournalAnswer> journal = flow.answered(first);
        long start = System.nanoTime();
        Slice second = flows.slice(flow.after(journal, key));
        nanos[i] = System.nanoTime() - start;
        List<JournalAnswer> all = new ArrayList<>(journal);
        all.addAll(flow.answered((Slice.Waiting) second));
        flows.slice(flow.after(all, key));
      }
    }
    say("go on of a warm flow", new Figures(nanos).toString());
  }

  private static void curve(Flows flows) {
    for (int asks : new int[] {1, 10, 100, 1_000}) {
      BenchFlow flow = BenchFlow.inARow(asks);
      int rounds = Math.max(1, 300 / asks);
      for (String how : List.of("warm", "cold")) {
        if (rounds > 1) {
          flow.toTheEnd(flows, how.equals("warm") ? "run" : "");
        }
        Cpu before = Cpu.now();
        long start = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
          flow.toTheEnd(flows, how.equals("warm") ? "run" : "");
        }
        double ms = (System.nanoTime() - start) / 1e6 / rounds;
        say(
            asks + " asks in a row, " + how,
            String.format(
                Locale.ROOT,
                "%.1f ms (%.2f ms an ask); %s",
                ms,
                ms / asks,
                Cpu.now().since(before, rounds)));
      }
    }
  }

  static void say(String what, String figures) {
    System.out.println(what + ": " + figures);
  }
}
