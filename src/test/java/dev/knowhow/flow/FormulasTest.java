package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.knowhow.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every line of the golden files is a formula and what it comes to in the real sandbox, or after
/// `!` what is wrong with it. `-Dgolden=write` writes what it comes to now.
class FormulasTest {
  private static final Path CASES = Path.of("src/test/resources/dev/knowhow/flow/formulas");
  private static final String ARROW = " => ";

  private static Flows flows;

  @BeforeAll
  static void start() {
    flows = FlowTesting.flows();
  }

  @AfterAll
  static void stop() {
    flows.close();
  }

  @TestFactory
  List<DynamicTest> formulasComeToWhatTheFilesSay() throws IOException {
    try (var files = Files.list(CASES)) {
      return files
          .sorted()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> comesToIt(file)))
          .toList();
    }
  }

  private static void comesToIt(Path file) throws IOException {
    List<String> wanted = Files.readAllLines(file);
    List<String> formulas =
        wanted.stream().map(line -> line.substring(0, line.lastIndexOf(ARROW))).toList();
    List<String> found = evaluated(formulas);
    if ("write".equals(System.getProperty("golden"))) {
      Files.write(file, found);
    }
    assertThat(found.stream().filter(line -> !wanted.contains(line))).isEmpty();
  }

  private static List<String> evaluated(List<String> formulas) {
    Map<Integer, String> faults = new LinkedHashMap<>();
    List<String> properties = new ArrayList<>();
    for (int i = 0; i < formulas.size(); i++) {
      try {
        Piece piece = FormulaReader.read(formulas.get(i), Sample.SCOPE).piece();
        properties.add("f" + i + ": " + piece.js());
      } catch (WrongFormula wrong) {
        String hint = wrong.hint();
        String stop = hint.endsWith(".") ? hint.substring(0, hint.length() - 1) : hint;
        faults.put(i, "! " + wrong.what() + (stop.isEmpty() ? "" : ". " + stop));
      }
    }
    FlowResult result = result(properties);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < formulas.size(); i++) {
      String name = "f" + i;
      String value =
          faults.containsKey(i)
              ? faults.get(i)
              : result.notStated().containsKey(name)
                  ? "not stated: " + result.notStated().get(name)
                  : shown(result.results().get(name));
      lines.add(formulas.get(i) + ARROW + value);
    }
    return lines;
  }

  private static FlowResult result(List<String> properties) {
    String script =
        "async function main(run) {\n  "
            + Sample.READ
            + "\n  return run.finish({\n"
            + String.join(",\n", properties)
            + "\n  });\n}\n";
    Slice slice = flows.slice(FlowTesting.request(script, Sample.INPUTS, List.of()));
    assertThat(slice).isInstanceOf(Slice.Done.class);
    return ((Slice.Done) slice).result();
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
      case Value.Items(List<Value> items) ->
          String.join(", ", items.stream().map(FormulasTest::shown).toList());
      case Value.Fields _, Value.NotStated _ -> value.toString();
    };
  }
}
