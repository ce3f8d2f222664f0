package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every attack of the list, against the real sandbox: it is contained, a neighbour that starts at
/// the same moment finishes, the next run is clean, and the builder is told which limit it was.
///
/// Attacks that only a limit ends take seconds each; a few of each family are tried here, and all
/// with `-Dattacks=all`.
class ContainmentTest {
  private static final boolean ALL = "all".equals(System.getProperty("attacks"));
  private static final int OF_EACH_FAMILY = 2;

  /// Families in which all attacks take long, also those that end by themselves.
  static final Set<String> SLOW = Set.of("depth", "regex");

  /// Longer than the two seconds of processor time that the sandbox itself allows.
  private static final FlowLimits LIMITS =
      new FlowLimits(2, Duration.ofMillis(2_500), Duration.ofSeconds(60), 10_000);

  @TempDir private static Path folder;
  private static RealArena arena;
  private static ExecutorService threads;

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(folder.resolve("secret.mjs"), "export const secret = 42; export default 42;");
    arena = new RealArena(LIMITS);
    threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterAll
  static void stop() {
    arena.close();
    threads.close();
  }

  @Test
  void thereAreMoreThanFourHundredAttacks() throws IOException {
    int count = 0;
    for (String family : Attack.families()) {
      count += Attack.of(family, folder).size();
    }
    assertThat(count).isGreaterThan(400);
  }

  @TestFactory
  Stream<DynamicTest> everyAttackIsContained() throws IOException {
    return Attack.families().stream().map(family -> dynamicTest(family, () -> contained(family)));
  }

  private static void contained(String family) throws Exception {
    long heap = heap();
    int threadsBefore = Thread.getAllStackTraces().size();
    Map<String, List<String>> wrong = new ConcurrentHashMap<>();
    Semaphore two = new Semaphore(2);
    Judge judge = new Judge(arena, threads);
    List<Thread> all = new ArrayList<>();
    for (Attack attack : chosen(family)) {
      two.acquire();
      all.add(
          Thread.ofVirtual()
              .start(() -> {
                long began = System.nanoTime();
                try {
                  List<String> found = judge.wrongAfter(attack);
                  if (!found.isEmpty()) {
                    wrong.put(attack.toString(), found);
                  }
                } finally {
                  two.release();
                }
                if (ALL) {
                  long took = (System.nanoTime() - began) / 1_000_000;
                  System.out.println(attack + ": " + took + " ms");
                }
              }));
    }
    for (Thread one : all) {
      one.join();
    }
    all.clear();
    wrong.forEach((attack, what) -> System.out.println("WRONG " + attack + ": " + what));
    assertThat(wrong).isEmpty();
    assertThat(heap() - heap).as("the server's heap").isLessThan(32 << 20);
    assertThat(Thread.getAllStackTraces().size() - threadsBefore)
        .as("the server's threads")
        .isLessThan(24);
  }

  private static List<Attack> chosen(String family) throws IOException {
    List<Attack> chosen = new ArrayList<>();
    int slow = 0;
    for (Attack attack : Attack.of(family, folder.resolve("secret.mjs"))) {
      boolean isSlow = attack.mustEnd() || SLOW.contains(family);
      if (ALL || !isSlow || slow++ < OF_EACH_FAMILY) {
        chosen.add(attack);
      }
    }
    return chosen;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
