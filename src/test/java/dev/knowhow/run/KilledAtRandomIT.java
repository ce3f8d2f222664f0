package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;
import dev.knowhow.ledger.Charge;
import dev.knowhow.ledger.Outcome;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server and its workers, killed with SIGKILL at random moments while people start runs:
/// what was accepted reaches its end, and what was answered is never bought again.
///
/// `-Dknowhow.kills=500` makes it long, `-Dknowhow.seed=…` repeats its choices.
class KilledAtRandomIT {
  private static final Actor ADA = new Actor("whoever", "Ada", Role.OWNER);
  private static final Pattern NUMBER = Pattern.compile("#([0-9]+)#");
  private static final int KILLS = Integer.getInteger("knowhow.kills", 12);
  private static final long SEED = Long.getLong("knowhow.seed", System.nanoTime());

  private final Random random = new Random(SEED);
  private final StormProvider provider = new StormProvider(SEED);
  private final Map<String, String> accepted = new LinkedHashMap<>();
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
    int outstandingAtMost = 30;
    while (killed < KILLS) {
      try (ServerProcess server = ServerProcess.start(data, port, provider.fake)) {
        if (random.nextInt(12) == 0) {
          pause(random.nextInt(1_500));
        } else {
          Browse ada = signedIn(server.address());
          int workersFirst = random.nextInt(4);
          for (int i = 0; i < workersFirst && killed < KILLS; i++) {
            submit(ada, outstandingAtMost);
            aim();
            if (server.killWorkers() > 0) {
              killed++;
              count("workers");
            }
          }
          submit(ada, outstandingAtMost);
          aim();
        }
        boolean both = random.nextInt(4) == 0;
        if (both) {
          server.killWorkers();
        }
        server.kill();
        serverKills++;
        count(both ? "both" : "server");
        killed++;
      }
      if (killed % 50 < 2) {
        System.out.println(killed + " kills, " + accepted.size() + " runs accepted");
      }
    }
    finishAndCheck();
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

  /// Starts some runs; one counts as accepted when the server has said where it is.
  private void submit(Browse ada, int atMost) {
    int wanted = Math.min(atMost, 1 + random.nextInt(4));
    for (int i = 0; i < wanted; i++) {
      String marker = "M" + ++markers;
      try {
        var answer =
            ada.post(
                "/tools/" + tool,
                "/tools/" + tool + "/runs",
                Map.of("f.letter", "Marker " + marker, "answers", "live"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        accepted.put(Browse.location(answer).replace("/runs/", ""), marker);
      } catch (UncheckedIOException gone) {
        throw new AssertionError("the server ended by itself", gone);
      }
    }
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
      server.address();
      Instant patience = Instant.now().plusSeconds(400);
      for (String run : accepted.keySet()) {
        while (!rests(state(house, run))) {
          assertThat(Instant.now()).as("run " + run + " does not rest").isBefore(patience);
          pause(50);
        }
      }
      server.stop();
      check(house);
    }
  }

  private static boolean rests(RunState state) {
    return state.ended() || state == RunState.PARKED;
  }

  private static RunState state(TestHouse house, String run) {
    return house
        .rooms()
        .database()
        .read(handle -> new RunStore().find(handle, run))
        .orElseThrow(() -> new AssertionError("an accepted run is lost: " + run))
        .state();
  }

  private void check(TestHouse house) {
    Map<RunState, Integer> states = new HashMap<>();
    long lost = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> each : accepted.entrySet()) {
      RunState state = state(house, each.getKey());
      states.merge(state, 1, Integer::sum);
      if (state != RunState.RESULT) {
        wrong.add(each + " is " + state + " " + problem(house, each.getKey()));
      }
      List<Charge> charges = house.rooms().ledger().chargesOf(each.getKey());
      lost += charges.stream().filter(one -> one.outcome() == Outcome.UNKNOWN).count();
      wrong.addAll(faultsOf(house, each.getKey(), each.getValue(), charges));
    }
    System.out.printf(
        Locale.ROOT,
        "%s kills; %d runs accepted, ended %s; %d answers given, %d attempts lost%n",
        kills,
        accepted.size(),
        states,
        provider.given.values().stream().mapToInt(List::size).sum(),
        lost);
    assertThat(wrong).isEmpty();
    assertThat(house.rooms().ledger().open()).as("reservations that leaked").isEmpty();
    Money charged =
        house.rooms().runs().recent(ADA, tool, Integer.MAX_VALUE).stream()
            .flatMap(run -> house.rooms().ledger().chargesOf(run.id()).stream())
            .map(Charge::cost)
            .reduce(Money.ZERO, Money::plus);
    assertThat(house.rooms().ledger().thisMonth().spent())
        .as("the month beside the sum of its charges")
        .isEqualTo(charged);
    assertThat(house.rooms().ledger().thisMonth().held()).isEqualTo(Money.ZERO);
  }

  private static String problem(TestHouse house, String run) {
    return String.valueOf(house.rooms().runs().view(ADA, run).problem());
  }

  /// What is wrong with the journal of a run beside what the provider knows of it.
  private List<String> faultsOf(TestHouse house, String run, String marker, List<Charge> charges) {
    List<String> wrong = new ArrayList<>();
    List<JournalStore.Entry> journal =
        house.rooms().database().read(handle -> new JournalStore().of(handle, run));
    long answered = charges.stream().filter(one -> one.outcome() == Outcome.ANSWERED).count();
    long asks = journal.stream().filter(entry -> entry.name().equals(FlowCalls.ASK)).count();
    if (answered != asks) {
      wrong.add(marker + ": " + asks + " asks, " + answered + " answers were charged");
    }
    if (provider.calls(marker) > charges.size()) {
      wrong.add(
          marker + ": " + provider.calls(marker) + " calls, " + charges.size() + " in the ledger");
    }
    if (charges.size() - answered > (long) serverKills * 2) {
      wrong.add(marker + ": more attempts were lost than two lanes and the kills explain");
    }
    for (JournalStore.Entry entry : journal) {
      wrong.addAll(faultsOf(marker, entry));
    }
    return wrong;
  }

  /// The journaled answer must be the last that was given to its question: a later one would mean
  /// that an answer was bought which was there.
  private List<String> faultsOf(String marker, JournalStore.Entry entry) {
    Matcher number = NUMBER.matcher(entry.answerText());
    if (!number.find()) {
      return List.of(marker + ": no answer to call " + entry.number());
    }
    int kept = Integer.parseInt(number.group(1));
    return provider.given.entrySet().stream()
        .filter(each -> each.getKey().startsWith(marker + "/") && each.getValue().contains(kept))
        .filter(each -> each.getValue().getLast() != kept)
        .map(each -> each.getKey() + ": kept " + kept + " of " + each.getValue())
        .toList();
  }
}
