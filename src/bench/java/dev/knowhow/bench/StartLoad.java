package dev.knowhow.bench;

import dev.knowhow.flow.FlowLimits;
import dev.knowhow.flow.Flows;
import dev.knowhow.flow.WorkerPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// From nothing to the first slice's end: without a start-up cache, with one, and with a spare that
/// was started before.
final class StartLoad {
  private static final int TIMES = 7;

  private StartLoad() {}

  static void run() throws IOException, InterruptedException {
    WorkerPlace plain = new WorkerPlace(WorkerPlace.ofSystem().jars(), Optional.empty());
    Path folder = Files.createTempDirectory("knowhow-bench-");
    WorkerPlace cached = new WorkerPlace(plain.jars(), Optional.of(folder));
    try {
      SliceLoad.say("worker start to first slice, no cache", starts(plain, false).toString());
      untilCached(cached, folder);
      SliceLoad.say("worker start to first slice, AOT cache", starts(cached, false).toString());
      SliceLoad.say("first slice with a spare", starts(cached, true).toString());
    } finally {
      RunLoad.delete(folder);
    }
  }

  private static Figures starts(WorkerPlace place, boolean spare) throws InterruptedException {
    BenchFlow flow = BenchFlow.empty();
    long[] nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      try (Flows flows = flows(place)) {
        if (spare) {
          flows.prepare();
          while (flows.state().workers() == 0) {
            Thread.sleep(20);
          }
        }
        long start = System.nanoTime();
        flow.end(flows, List.of());
        nanos[i] = System.nanoTime() - start;
      }
    }
    return new Figures(nanos);
  }

  private static void untilCached(WorkerPlace place, Path folder)
      throws IOException, InterruptedException {
    try (Flows flows = flows(place)) {
      flows.prepare();
      while (true) {
        try (var files = Files.list(folder)) {
          if (files.anyMatch(file -> file.toString().endsWith(".aot"))) {
            return;
          }
        }
        Thread.sleep(100);
      }
    }
  }

  private static Flows flows(WorkerPlace place) {
    return new Flows(place, FlowLimits.usual());
  }
}
