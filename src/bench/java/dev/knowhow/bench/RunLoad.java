package dev.knowhow.bench;

import dev.knowhow.account.Actor;
import dev.knowhow.account.NewOwner;
import dev.knowhow.account.Password;
import dev.knowhow.app.Rooms;
import dev.knowhow.app.Settings;
import dev.knowhow.ledger.Caps;
import dev.knowhow.model.AnthropicVersion;
import dev.knowhow.model.ConnectionKind;
import dev.knowhow.model.NewConnection;
import dev.knowhow.net.HostPort;
import dev.knowhow.price.Money;
import dev.knowhow.run.NewRun;
import dev.knowhow.run.RunEvent;
import dev.knowhow.run.RunState;
import dev.knowhow.tool.ToolFolder;
import dev.knowhow.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Whole runs of three asks: started, sliced, asked over HTTP, charged, journaled, ended, on a real
/// SQLite file with every commit on the disk.
final class RunLoad implements AutoCloseable {
  private static final int AT_ONCE = Integer.getInteger("knowhow.bench.at-once", 64);

  private final Path data;
  private final FakeModel model;
  private final AtomicLong firstCall = new AtomicLong();
  private final Rooms rooms;
  private final Actor owner;
  private final String tool;

  RunLoad() throws Exception {
    data = Files.createTempDirectory("knowhow-bench-");
    model = new FakeModel(0, Duration.ZERO, now -> firstCall.compareAndSet(0, now));
    rooms =
        Rooms.open(
            new Settings(
                "127.0.0.1",
                0,
                data,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(new HostPort("localhost", model.port()))));
    owner = owner(rooms);
    connect(rooms, owner, model.port());
    tool = rooms.tools().add(owner, ToolFolder.read(TOOL), "bench/three-asks");
    rooms.flows().prepare();
  }

  static final Path TOOL = Path.of("src/bench/tools/three-asks");

  static Actor owner(Rooms rooms) {
    return rooms
        .accounts()
        .createOwner(
            new NewOwner(
                "Ada", "ada@example.com", new Password("a long enough password"), "dental"),
            rooms.setupCode().shown(),
            ZoneId.of("UTC"))
        .actor();
  }

  static void connect(Rooms rooms, Actor owner, int port) {
    rooms
        .connections()
        .add(
            owner,
            new NewConnection(
                "Fake",
                ConnectionKind.OPENAI_COMPATIBLE,
                "http://localhost:" + port + "/v1",
                AnthropicVersion.V2026_10_21,
                "sk-fake",
                Optional.of(
                    new NewConnection.OwnModel(
                        "fake-model", Money.dollars(3), Money.dollars(15)))));
    rooms.ledger().changeCaps(owner, new Caps(Money.dollars(10), Money.dollars(1_000_000)));
  }

  static Value.Fields inputs() {
    Map<String, Value> inputs = new LinkedHashMap<>();
    inputs.put("letter", Value.text("January 5, 2026. We deny this because of frequency."));
    inputs.put("days", Value.text("30"));
    return Value.fields(inputs);
  }

  /// Complete runs a second, and the time from a start to the first call.
  static void run() throws Exception {
    int runs = Integer.getInteger("knowhow.bench.runs", 3_000);
    try (RunLoad load = new RunLoad()) {
      load.oneByOne(200);
      load.together(runs / 2);
      SliceLoad.say("start to first call", load.oneByOne(300).toString());
      Cpu before = Cpu.now();
      double seconds = load.together(runs);
      SliceLoad.say(
          "complete runs of 3 asks, " + AT_ONCE + " at once",
          String.format(
              Locale.ROOT,
              "%.0f a second; a run %s",
              runs / seconds,
              Cpu.now().since(before, runs)));
      SliceLoad.say("the workers then", load.rooms.flows().state().toString());
    }
  }

  private Figures oneByOne(int runs) throws Exception {
    long[] nanos = new long[runs];
    for (int i = 0; i < runs; i++) {
      firstCall.set(0);
      long start = System.nanoTime();
      String id = start();
      ended(id);
      nanos[i] = firstCall.get() - start;
    }
    return new Figures(nanos);
  }

  private String start() {
    return rooms.runs().start(owner, new NewRun(tool, 1, inputs(), new NewRun.Live()));
  }

  private void ended(String id) throws Exception {
    CountDownLatch rested = new CountDownLatch(1);
    try (AutoCloseable _ = rooms.runs().listen(id, event -> tell(event, rested))) {
      while (!rested.await(2, TimeUnit.SECONDS)) {
        if (rooms.runs().view(owner, id).state() == RunState.RESULT) {
          return;
        }
      }
    }
  }

  private void tell(RunEvent event, CountDownLatch rested) {
    if (event instanceof RunEvent.Rested(String id, RunState state)) {
      if (state != RunState.RESULT) {
        throw new IllegalStateException(id + " is " + state);
      }
      rested.countDown();
    }
  }

  private double together(int runs) throws Exception {
    Semaphore free = new Semaphore(AT_ONCE);
    AtomicInteger wrong = new AtomicInteger();
    CountDownLatch all = new CountDownLatch(runs);
    long before = model.calls();
    long start = System.nanoTime();
    for (int i = 0; i < runs; i++) {
      free.acquire();
      String id = start();
      Thread.ofVirtual()
          .start(() -> {
            try {
              ended(id);
            } catch (Exception | AssertionError failed) {
              wrong.incrementAndGet();
              failed.printStackTrace();
            } finally {
              free.release();
              all.countDown();
            }
          });
    }
    all.await();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (wrong.get() > 0 || model.calls() - before != 3L * runs) {
      throw new IllegalStateException(wrong + " failed, " + (model.calls() - before) + " calls");
    }
    return seconds;
  }

  @Override
  public void close() throws IOException {
    rooms.close();
    model.close();
    delete(data);
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
