package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The prelude and the compiler know the same names.
class PreludeTest {
  private static final Path PRELUDE = Path.of("src/main/resources/dev/knowhow/worker");
  private static final Pattern EXPOSED = Pattern.compile("expose\\('([A-Z_]+)'");
  private static final Pattern USED = Pattern.compile("\\b([A-Z][A-Z_]{1,})\\(");

  @Test
  void everyFunctionThatScriptsCallIsThere() throws IOException {
    TreeSet<String> exposed = new TreeSet<>();
    try (var files = Files.walk(PRELUDE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher name = EXPOSED.matcher(Files.readString(file));
        while (name.find()) {
          exposed.add(name.group(1));
        }
      }
    }
    assertThat(exposed).containsAll(Functions.NAMES);
    Path golden =
        Path.of("src/test/resources/dev/knowhow/flow/compile/a_tool_with_every_kind_of_step.txt");
    String text = Files.readString(golden);
    List<String> called = new ArrayList<>();
    Matcher use = USED.matcher(text.substring(text.indexOf("----------")));
    while (use.find()) {
      called.add(use.group(1));
    }
    assertThat(exposed).containsAll(called);
  }

  @Test
  void noFileOfThePreludeIsLongerThanThreeHundredLines() throws IOException {
    try (var files = Files.walk(PRELUDE)) {
      assertThat(files.filter(Files::isRegularFile).toList())
          .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(300));
    }
  }
}
