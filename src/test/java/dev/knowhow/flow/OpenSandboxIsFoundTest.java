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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The same attacks against a sandbox that was left open: what finds nothing wrong there would find
/// nothing in the real one either.
class OpenSandboxIsFoundTest {
  private static final boolean ALL = "all".equals(System.getProperty("attacks"));

  /// How many of a hundred attacks of a family an open sandbox must let through. Some want what
  /// this engine does not have at all, or are attacks only where a limit, or a prelude, is; what
  /// takes long is tried in part, and how long depends on the machine.
  private static final Map<String, Integer> AT_LEAST =
      Map.ofEntries(
          Map.entry("unstoppable", 35),
          Map.entry("endless", 50),
          Map.entry("code_from_text", 75),
          Map.entry("memory", 30),
          Map.entry("clock", 30),
          Map.entry("host", 40),
          Map.entry("inside", 30),
          Map.entry("depth", 1),
          Map.entry("regex", 1),
          Map.entry("journal", 20),
          Map.entry("results", 5));

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> anOpenSandboxIsFoundByTheAttacksOfEachFamily() throws IOException {
    return Attack.families().stream().map(family -> dynamicTest(family, () -> found(family)));
  }

  private static void found(String family) throws IOException {
    Path secret = folder.resolve("secret.mjs");
    Files.writeString(secret, "export const secret = 42; export default 42;");
    List<Attack> chosen = chosen(Attack.of(family, secret));
    List<String> missed = new ArrayList<>();
    OpenArena arena = new OpenArena(Duration.ofSeconds(2));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Attack attack : chosen) {
        arena.fresh();
        List<String> wrong = new Judge(arena, threads).wrongAfter(attack);
        if (wrong.isEmpty()) {
          missed.add(attack.name());
        }
        if (wrong.stream()
            .anyMatch(what -> what.contains("did not end") || what.contains("process"))) {
          arena.close();
          arena = new OpenArena(Duration.ofSeconds(2));
        }
      }
      arena.close();
    }
    int found = 100 * (chosen.size() - missed.size()) / chosen.size();
    assertThat(found)
        .as("found of 100; not " + missed)
        .isGreaterThanOrEqualTo(AT_LEAST.getOrDefault(family, 100));
  }

  private static List<Attack> chosen(List<Attack> attacks) {
    List<Attack> chosen = new ArrayList<>();
    int ends = 0;
    for (Attack attack : attacks) {
      if (ALL || !attack.mustEnd() || ends++ < 2) {
        chosen.add(attack);
      }
    }
    return chosen;
  }
}
