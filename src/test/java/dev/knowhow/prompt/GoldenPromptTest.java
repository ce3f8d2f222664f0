package dev.knowhow.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.prompt.tokens.TokenCounters;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Golden cases: chapters that begin with `@`, ten dashes, then the segments or the faults.
///
/// `-Dgolden=write` rewrites what stands after the dashes.
class GoldenPromptTest {
  private static final Path CASES = Path.of("src/test/resources/dev/knowhow/prompt");
  private static final String DASHES = "----------\n";

  @TestFactory
  List<DynamicTest> compiles() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<DynamicTest> tests = files.sorted().map(GoldenPromptTest::caseIn).toList();
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
    String result = outcome(chapters(input));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, input + DASHES + result);
    }
    assertThat(result).isEqualTo(text.substring(dashes + DASHES.length()));
  }

  private static Map<String, String> chapters(String input) {
    Map<String, String> chapters = new LinkedHashMap<>();
    for (String chapter : input.split("(?m)^@")) {
      int end = chapter.indexOf('\n');
      if (end > 0) {
        chapters.put(chapter.substring(0, end), chapter.substring(end + 1));
      }
    }
    return chapters;
  }

  private static String outcome(Map<String, String> chapters) {
    try {
      PromptSource source =
          PromptSource.parse("prompts/ask.md", chapters.getOrDefault("prompt", ""));
      if (chapters.containsKey("names")) {
        KnownNames known = known(ValueJson.parse(chapters.get("names")));
        return "uses " + source.names() + "\n" + lines(source.faults(known));
      }
      return segments(compiled(chapters, source));
    } catch (Problem problem) {
      return problem.what() + "\n" + lines(problem.faults());
    }
  }

  private static CompiledPrompt compiled(Map<String, String> chapters, PromptSource source) {
    PromptCompiler compiler = new PromptCompiler();
    Optional<OutputShape> shape =
        Optional.ofNullable(chapters.get("shape")).map(words -> new OutputShape("{}", words));
    List<Pinned> pinned =
        Optional.ofNullable(chapters.get("pinned")).stream()
            .map(text -> new Pinned("Rules", text))
            .toList();
    Optional<AskAgain> again =
        Optional.ofNullable(chapters.get("again"))
            .map(
                text -> new AskAgain(List.of(text.split("\n")), chapters.getOrDefault("last", "")));
    Set<String> isLong = Set.of(chapters.getOrDefault("long", "").strip().split(" +"));
    Map<String, PromptValue> values = new LinkedHashMap<>();
    Value given = ValueJson.parse(chapters.getOrDefault("values", "{}"));
    ((Value.Fields) given)
        .fields()
        .forEach((name, value) -> values.put(name, shown(name, value, isLong)));
    PromptPlan plan = compiler.plan(chapters.getOrDefault("house", ""), source, shape, pinned);
    return compiler.compile(plan, values, again);
  }

  private static String segments(CompiledPrompt prompt) {
    StringBuilder text = new StringBuilder();
    prompt.system().forEach(segment -> segment(text, "system", segment));
    prompt.user().forEach(segment -> segment(text, "user", segment));
    int whole =
        TokenCounters.o200k().count(prompt.systemText())
            + TokenCounters.o200k().count(prompt.userText());
    assertThat(prompt.tokens()).isEqualTo(whole);
    return text + "= " + prompt.tokens() + " " + prompt.sha256().substring(0, 12) + "\n";
  }

  private static void segment(StringBuilder text, String message, Segment segment) {
    text.append(message).append(' ').append(segment.lifetime()).append(' ');
    text.append(segment.tokens()).append(' ').append(segment.label()).append('\n');
    if (!segment.label().equals("ground rules")) {
      for (String line : segment.text().split("(?<=\n)")) {
        text.append(line.isBlank() ? "|" : "| ").append(line);
      }
    }
  }

  private static String lines(List<Fault> faults) {
    List<String> lines = new ArrayList<>();
    faults.forEach(fault -> lines.add(fault + "\n"));
    return String.join("", lines);
  }

  private static KnownNames known(Value value) {
    Map<String, KnownNames> names = new LinkedHashMap<>();
    if (value instanceof Value.Fields(Map<String, Value> fields)) {
      fields.forEach((name, inside) -> names.put(name, known(inside)));
    }
    return new KnownNames(names);
  }

  /// Text is fenced where its name is said to be long, and inside a list or fields of such a name.
  private static PromptValue shown(String name, Value value, Set<String> isLong) {
    return switch (value) {
      case Value.Text(String text) ->
          isLong.contains(name) ? new PromptValue.Block(name, text) : new PromptValue.Inline(text);
      case Value.YesNo(boolean yes) -> new PromptValue.YesNo(yes);
      case Value.NotStated() -> new PromptValue.NotStated();
      case Value.Items(List<Value> items) ->
          new PromptValue.Items(items.stream().map(item -> shown(name, item, isLong)).toList());
      case Value.Fields(Map<String, Value> fields) -> {
        Map<String, PromptValue> inner = new LinkedHashMap<>();
        fields.forEach((field, each) ->
            inner.put(
                field, shown(field.equals("text") ? name : name + "." + field, each, isLong)));
        yield new PromptValue.Fields(inner);
      }
    };
  }
}
