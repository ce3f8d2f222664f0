package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.price.Money;
import dev.knowhow.testing.Browse;
import dev.knowhow.testing.ServerProcess;
import dev.knowhow.testing.TestHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server and its workers, killed with SIGKILL at random moments while people start runs:
/// what was accepted reaches its end, and what was answered is never bought again.
///
/// `-Dknowhow.kills=500` makes it long, `-Dknowhow.seed=…` repeats its choices.
class KilledAtRandomIT {
  private static final int KILLS = Integer.getInteger("knowhow.kills", 12);
  private static final long SEED = Long.getLong("knowhow.seed", System.nanoTime());

  private final Random random = new Random(SEED);
  private final StormProvider provider = new StormProvider(SEED);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> accepted = new ConcurrentHashMap<>();
  private final Set<String> decided = ConcurrentHashMap.newKeySet();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> kills = new HashMap<>();
  private int markers;
  private int serverKills;
  private String tool = "";
  private int port;

  @TempDir private Path data;

  @Test
  void losesNoAcceptedRunAndBuysNoAnswerTwice() throws Exception {
    System.out.printf(Locale.ROOT, "%d kills with -Dknowhow.seed=%d%n", KILLS, SEED);
    prepare();
    int killed = 0;
    while (killed < KILLS) {
      try (ServerProcess server = ServerProcess.start(data, port, provider.fake)) {
        killed += storm(server, KILLS - killed);
      }
      if (killed % 50 < 3) {
        System.out.println(
            killed + " kills, " + accepted.size() + " runs, " + decided.size() + " decisions");
      }
    }
    finishAndCheck();
  }

  /// The life of one server: people come, its workers are killed, then it is.
  ///
  /// @return how many kills that were
  private int storm(ServerProcess server, int atMost) throws Exception {
    int killed = 0;
    if (random.nextInt(12) == 0) {
      pause(random.nextInt(1_500));
      server.kill();
    } else {
      Browse ada = signedIn(server.address());
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        submit(ada);
      }
      AtomicBoolean over = new AtomicBoolean();
      Future<?> people = threads.submit(() -> come(ada, over));
      int workersFirst = Math.min(atMost - 1, random.nextInt(4));
      for (int i = 0; i < workersFirst; i++) {
        aim();
        if (server.killWorkers() > 0) {
          killed++;
          count("workers");
        }
      }
      aim();
      boolean both = random.nextInt(4) == 0;
      over.set(true);
      if (both) {
        server.killWorkers();
      }
      server.kill();
      count(both ? "both" : "server");
      people.get(60, TimeUnit.SECONDS);
    }
    serverKills++;
    return killed + 1;
  }

  /// People who start runs and decide what waits for them, until the server is gone.
  private void come(Browse ada, AtomicBoolean over) {
    try {
      int runs = random.nextInt(6);
      for (int i = 0; i < runs && !over.get(); i++) {
        submit(ada);
      }
      while (!over.get()) {
        decideAll(ada, over);
        pause(30);
      }
    } catch (UncheckedIOException gone) {
      if (!over.get()) {
        throw new AssertionError("the server ended by itself", gone);
      }
    }
  }

  private void decideAll(Browse ada, AtomicBoolean over) {
    for (Element link : ada.page("/reviews").select("main a[href^=/reviews/]")) {
      String path = link.attr("href");
      if (over.get() || !seen.add(path)) {
        continue;
      }
      Map<String, String> fields = new HashMap<>(Map.of("decision", "approve"));
      ada.page(path)
          .select("main textarea")
          .forEach(area -> fields.put(area.attr("name"), area.wholeText().strip()));
      var answer = ada.post(path, path, fields);
      if (answer.statusCode() == 303) {
        decided.add(path.replace("/reviews/", ""));
      } else {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
      }
    }
    seen.clear();
  }

  private void prepare() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (TestHouse house = TestHouse.at(data, provider.fake)) {
      Actor owner = house.owner();
      house.connect(owner);
      house.raiseCaps(owner, Money.dollars(1_000));
      tool = house.addTool(owner, "storm");
    }
  }

  private Browse signedIn(URI address) {
    Browse ada = new Browse(address);
    assertThat(
            ada.post(
                    "/sign-in",
                    "/sign-in",
                    Map.of("email", "ada@example.com", "password", "a long enough password"))
                .statusCode())
        .isEqualTo(303);
    return ada;
  }

  /// Starts a run; it counts as accepted when the server has said where it is.
  private void submit(Browse ada) {
    String marker = "M" + ++markers;
    var answer =
        ada.post(
            "/tools/" + tool,
            "/tools/" + tool + "/runs",
            Map.of("f.letter", "Marker " + marker, "answers", "live"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    accepted.put(Browse.location(answer).replace("/runs/", ""), marker);
  }

  /// Waits for the moment of a kill: any, or just after an answer was given, when it is committed.
  private void aim() throws InterruptedException {
    provider.answered.drainPermits();
    if (random.nextBoolean()) {
      pause(random.nextInt(700));
    } else if (provider.answered.tryAcquire(2, TimeUnit.SECONDS)) {
      LockSupport.parkNanos(random.nextInt(12_000_000));
    }
  }

  private static void pause(int millis) {
    LockSupport.parkNanos(1_000_000L * millis);
  }

  private void count(String what) {
    kills.merge(what, 1, Integer::sum);
  }

  private void finishAndCheck() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, port, provider.fake);
        TestHouse house = TestHouse.at(data, provider.fake)) {
      Browse ada = signedIn(server.address());
      Instant patience = Instant.now().plusSeconds(400);
      for (String run : accepted.keySet()) {
        while (!rests(state(house, run))) {
          assertThat(Instant.now()).as("run " + run + " does not rest").isBefore(patience);
          decideAll(ada, new AtomicBoolean());
          pause(50);
        }
      }
      server.stop();
      new StormCheck(house, provider, tool, serverKills).check(accepted, decided, kills);
    }
  }

  private static boolean rests(RunState state) {
    return state.ended() || state == RunState.PARKED;
  }

  static RunState state(TestHouse house, String run) {
    return house
        .rooms()
        .database()
        .read(handle -> new RunStore().find(handle, run))
        .orElseThrow(() -> new AssertionError("an accepted run is lost: " + run))
        .state();
  }
}
