package dev.knowhow.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {
  private static final Path SUITE = Path.of("../shared/cases/json-test-suite/test_parsing");

  @Test
  void keepsTheOrderOfNamesAndWritesNoWhiteSpace() {
    String json = "{ \"b\": [1, 2.50, true], \"a\": null, \"c\": \"x\\u2028\\\"\" }";
    assertThat(ValueJson.print(ValueJson.parse(json)))
        .isEqualTo("{\"b\":[\"1\",\"2.50\",true],\"a\":null,\"c\":\"x\\u2028\\\"\"}");
  }

  @Test
  void keepsEveryDigitOfAnAmount() {
    assertThat(ValueJson.parse("123456789012345678901234567890.10"))
        .isEqualTo(Value.text("123456789012345678901234567890.10"));
  }

  @Test
  void readsAnExponentAsAPlainNumber() {
    assertThat(ValueJson.parse("1.25e3")).isEqualTo(Value.text("1250"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{\"a\":1,\"a\":2}",
        "[1,]",
        "{} {}",
        "NaN",
        "'a'",
        "\"\\ud800\"",
        "01",
        "1e999999",
        "[",
        "{\"a\"}",
        "// x\n1"
      })
  void refusesWhatReadersDisagreeAbout(String json) {
    assertThatThrownBy(() -> ValueJson.parse(json))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.BAD_INPUT));
  }

  @Test
  void refusesDeepNesting() {
    assertThatThrownBy(() -> ValueJson.parse("[".repeat(61) + "]".repeat(61)))
        .isInstanceOf(Problem.class);
    assertThat(ValueJson.parse("[".repeat(60) + "]".repeat(60))).isNotNull();
  }

  @Test
  void agreesWithThePublicSuiteWhereItIsThere() throws IOException {
    assumeTrue(Files.isDirectory(SUITE), "the public JSON suite is not beside this checkout");
    List<String> wrong = new ArrayList<>();
    try (var files = Files.list(SUITE)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        boolean accepted = accepts(Files.readAllBytes(file));
        boolean duplicate = name.startsWith("y_object_duplicated_key");
        if (name.startsWith("n_") && accepted || name.startsWith("y_") && !accepted && !duplicate) {
          wrong.add(name);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean accepts(byte[] json) {
    try {
      ValueJson.parse(json);
      return true;
    } catch (Problem refused) {
      return false;
    }
  }
}
