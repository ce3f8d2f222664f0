package dev.knowhow.bench;

import dev.knowhow.account.Actor;
import dev.knowhow.app.Rooms;
import dev.knowhow.app.Settings;
import dev.knowhow.net.HostPort;
import dev.knowhow.run.NewRun;
import dev.knowhow.run.RunRow;
import dev.knowhow.run.RunState;
import dev.knowhow.tool.ToolFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs that wait, in a server of its own started with the flags of `./knowhow`: for slow models,
/// or for a person. What the server and its workers hold in memory meanwhile, and 20 s later.
///
/// `-Dknowhow.bench.flags=A,B` puts other flags in place of those of `./knowhow`.
final class WaitLoad {
  private static final String FLAGS =
      "-XX:+UseG1GC -XX:TieredStopAtLevel=1 -Xms64m -XX:MaxRAMPercentage=50"
          + " -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:ConcGCThreads=1"
          + " -XX:GCTimeRatio=1 -XX:InitiatingHeapOccupancyPercent=15"
          + " -XX:+UnlockExperimentalVMOptions -XX:G1MaxNewSizePercent=20"
          + " -XX:G1PeriodicGCInterval=10000 -XX:+ExitOnOutOfMemoryError"
          + " -Djdk.virtualThreadScheduler.parallelism=16 --enable-native-access=ALL-UNNAMED"
          + " --sun-misc-unsafe-memory-access=allow";

  private static final Duration REST = Duration.ofSeconds(20);

  private WaitLoad() {}

  /// Runs of three asks, each answered after two seconds.
  static void forModels() throws IOException, InterruptedException {
    int runs = Integer.getInteger("knowhow.bench.waiting", 1_000);
    try (FakeModel model = new FakeModel(0, Duration.ofSeconds(2), _ -> {})) {
      say(
          runs + " runs of 3 asks with answers after 2 s",
          runs,
          RunLoad.TOOL,
          model.port(),
          "RESULT");
    }
  }

  /// Runs that wait for a person's review.
  static void forPeople() throws IOException, InterruptedException {
    int runs = Integer.getInteger("knowhow.bench.reviews", 10_000);
    try (FakeModel model = new FakeModel(0, Duration.ZERO, _ -> {})) {
      Path tool = Path.of("src/bench/tools/one-review");
      say(runs + " runs that wait for a review", runs, tool, model.port(), "WAITING");
    }
  }

  private static void say(String what, int runs, Path tool, int port, String state)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("knowhow-bench-");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("knowhow.bench.flags", FLAGS).split("[ ,]")));
    Stream.of("knowhow.worker.lib", "knowhow.aot.dir")
        .filter(name -> System.getProperty(name) != null)
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), WaitLoad.class.getName()));
    command.addAll(
        List.of(data.toString(), Integer.toString(port), tool.toString(), "" + runs, state));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process server = builder.start();
    Peak peak = new Peak();
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      Thread watch = Thread.ofPlatform().daemon().start(() -> peak.watch(server.toHandle()));
      String line = out.readLine();
      while (line != null && !line.startsWith("DONE")) {
        line = out.readLine();
      }
      watch.interrupt();
      Thread.sleep(REST);
      SliceLoad.say(
          what,
          line
              + "; CPU of the server "
              + Cpu.used(server.toHandle()).toMillis()
              + " ms; "
              + peak
              + "; at rest "
              + Peak.now(server.toHandle()));
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly().waitFor();
      RunLoad.delete(data);
    }
  }

  /// The most that was resident at one moment.
  private static final class Peak {
    private long server;
    private long worker;

    void watch(ProcessHandle process) {
      try {
        while (process.isAlive()) {
          server = Math.max(server, Cpu.megabytes(process));
          worker = Math.max(worker, workers(process).stream().mapToLong(m -> m).max().orElse(0));
          Thread.sleep(100);
        }
      } catch (InterruptedException enough) {
        Thread.currentThread().interrupt();
      }
    }

    static String now(ProcessHandle process) {
      return "server "
          + Cpu.megabytes(process)
          + " MB with "
          + Cpu.threads(process)
          + " threads, workers "
          + workers(process).stream().map(m -> m + " MB").collect(Collectors.joining(", "));
    }

    private static List<Long> workers(ProcessHandle process) {
      return process
          .descendants()
          .filter(each -> each.info().command().filter(c -> c.endsWith("java")).isPresent())
          .map(Cpu::megabytes)
          .filter(megabytes -> megabytes > 0)
          .toList();
    }

    @Override
    public String toString() {
      return "at most: server " + server + " MB, a worker " + worker + " MB";
    }
  }

  /// The server: `DATA PORT TOOL RUNS STATE`; starts the runs and says DONE when all are there.
  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[1]);
    int runs = Integer.parseInt(arguments[3]);
    RunState state = RunState.valueOf(arguments[4]);
    Rooms rooms =
        Rooms.open(
            new Settings(
                "127.0.0.1",
                0,
                Path.of(arguments[0]),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(new HostPort("localhost", port))));
    Actor owner = RunLoad.owner(rooms);
    RunLoad.connect(rooms, owner, port);
    String tool = rooms.tools().add(owner, ToolFolder.read(Path.of(arguments[2])), "bench/wait");
    rooms.runs().takeUp(true);
    long start = System.nanoTime();
    Semaphore starting = new Semaphore(64);
    for (int i = 0; i < runs; i++) {
      starting.acquire();
      Thread.ofVirtual()
          .start(() -> {
            rooms.runs().start(owner, new NewRun(tool, 1, RunLoad.inputs(), new NewRun.Live()));
            starting.release();
          });
    }
    long there = 0;
    while (there < runs) {
      Thread.sleep(Math.max(500, runs / 2));
      there =
          rooms.runs().recent(owner, tool, runs).stream()
              .map(RunRow::state)
              .filter(state::equals)
              .count();
    }
    System.out.printf(Locale.ROOT, "DONE after %.1f s%n", (System.nanoTime() - start) / 1e9);
    Thread.sleep(Duration.ofMinutes(10));
  }
}
