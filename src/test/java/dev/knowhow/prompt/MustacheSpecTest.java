package dev.knowhow.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The core cases of the Mustache specification, where they are at hand, byte for byte.
class MustacheSpecTest {
  private static final Path CASES = Path.of("../shared/cases/mustache-spec/specs");
  private static final List<String> CORE =
      List.of("comments", "delimiters", "interpolation", "inverted", "partials", "sections");

  @TestFactory
  List<DynamicTest> rendersTheCoreOfTheSpecification() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "the specification's cases are not here");
    List<DynamicTest> tests = new ArrayList<>();
    for (String module : CORE) {
      for (Value.Fields test : cases(module)) {
        String name = module + ": " + text(test, "name");
        tests.add(DynamicTest.dynamicTest(name, () -> holds(test, true)));
        tests.add(DynamicTest.dynamicTest(name + ", unescaped", () -> holds(test, false)));
      }
    }
    assertThat(tests).hasSize(272);
    return tests;
  }

  @Test
  void refusesWhatLiesOutsideTheCore() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "the specification's cases are not here");
    for (String module : List.of("opt-inheritance", "opt-dynamic-names")) {
      for (Value.Fields test : cases(module)) {
        boolean used = text(test, "template").matches("(?s).*\\{\\{\\s*(<|\\$|>\\s*\\*).*");
        if (used) {
          assertThat(Mustache.parse("case", text(test, "template")).faults())
              .as(text(test, "name"))
              .isNotEmpty();
        }
      }
    }
  }

  private static void holds(Value.Fields test, boolean escaping) {
    Map<String, String> partials = new LinkedHashMap<>();
    if (test.get("partials") instanceof Value.Fields given) {
      given.fields().forEach((name, text) -> partials.put(name, text.textOrEmpty()));
    }
    Mustache mustache = Mustache.parse("case", text(test, "template"));
    assertThat(mustache.faults()).isEmpty();
    String rendered =
        new Renderer(new SpecWriting(partials, escaping))
            .render(mustache.nodes(), new Frame(value(test.get("data")), null));
    String expected = text(test, "expected");
    assertThat(rendered).isEqualTo(escaping ? expected : unescaped(expected));
  }

  private static String unescaped(String text) {
    return text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static List<Value.Fields> cases(String module) throws IOException {
    Value spec = ValueJson.parse(Files.readAllBytes(CASES.resolve(module + ".json")));
    Value.Items tests = (Value.Items) ((Value.Fields) spec).get("tests");
    return tests.items().stream().map(Value.Fields.class::cast).toList();
  }

  private static String text(Value.Fields test, String name) {
    return test.get(name).textOrEmpty();
  }

  private static PromptValue value(Value value) {
    return switch (value) {
      case Value.Text(String text) -> new PromptValue.Inline(text);
      case Value.YesNo(boolean yes) -> new PromptValue.YesNo(yes);
      case Value.NotStated() -> new PromptValue.NotStated();
      case Value.Items(List<Value> items) ->
          new PromptValue.Items(items.stream().map(MustacheSpecTest::value).toList());
      case Value.Fields(Map<String, Value> fields) -> {
        Map<String, PromptValue> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, value(field)));
        yield new PromptValue.Fields(values);
      }
    };
  }
}
