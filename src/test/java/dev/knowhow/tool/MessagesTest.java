package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Golden cases: what is put over the files in `base`, ten dashes, then all that is said about it.
///
/// A chapter begins with `@` and a file's name and holds the whole file, or, with `@change`, the
/// old and the new lines with `=>` between them; `@without` takes a file away. `-Dgolden=write`
/// rewrites what stands after the dashes.
class MessagesTest {
  private static final Path ROOT = Path.of("src/test/resources/dev/knowhow/tool");
  private static final String DASHES = "----------\n";

  @TestFactory
  List<DynamicTest> says() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("messages"))) {
      List<DynamicTest> tests = files.sorted().map(MessagesTest::caseIn).toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static DynamicTest caseIn(Path file) {
    String name = file.getFileName().toString().replace(".txt", "").replace('_', ' ');
    return DynamicTest.dynamicTest(name, () -> holds(file));
  }

  private static void holds(Path file) throws IOException {
    String text = Files.readString(file);
    int dashes = text.indexOf(DASHES);
    String input = dashes < 0 ? text : text.substring(0, dashes);
    String result = faults(files(input));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, input + DASHES + result);
      return;
    }
    assertThat(result).isEqualTo(text.substring(dashes + DASHES.length()));
  }

  private static String faults(Map<String, byte[]> files) {
    try {
      return switch (ToolReader.read(ToolFiles.of(files))) {
        case Reading.Sound(Definition definition) ->
            lines("sound\n", PlantedMistakes.missing(definition));
        case Reading.Faulty(List<Fault> faults) -> lines("", faults);
      };
    } catch (Problem problem) {
      return problem.what() + " " + problem.hint() + "\n";
    }
  }

  private static String lines(String first, List<Fault> faults) {
    return faults.stream().map(fault -> fault + "\n").collect(Collectors.joining("", first, ""));
  }

  private static Map<String, byte[]> files(String input) throws IOException {
    Map<String, byte[]> files = base();
    for (String chapter : input.split("(?m)^@", -1)) {
      int end = chapter.indexOf('\n');
      if (end < 0) {
        continue;
      }
      String[] head = chapter.substring(0, end).split(" ", 2);
      String body = chapter.substring(end + 1);
      switch (head[0]) {
        case "change" -> files.computeIfPresent(head[1], (_, old) -> changed(old, body));
        case "without" -> files.remove(head[1]);
        default -> files.put(chapter.substring(0, end), body.getBytes(StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /// The files of a small tool without a fault.
  static Map<String, byte[]> base() throws IOException {
    Path base = ROOT.resolve("base");
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> walk = Files.walk(base)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(base.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static byte[] changed(byte[] old, String body) {
    String text = new String(old, StandardCharsets.UTF_8);
    int arrow = body.indexOf("\n=>\n");
    String from = body.substring(0, arrow);
    assertThat(text).contains(from);
    return text.replace(from, body.substring(arrow + 4).replaceFirst("\\n$", ""))
        .getBytes(StandardCharsets.UTF_8);
  }
}
