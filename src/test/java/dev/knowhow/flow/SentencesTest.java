package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every line of the golden files is something to check and what the real sandbox says of it.
class SentencesTest {
  private static final Path CASES = Path.of("src/test/resources/dev/knowhow/flow/sentences");
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

  @Test
  void quotedWordsAreFoundAndShownWhereTheyStand() throws IOException {
    comesTo(
        "word_for_word.txt",
        (a, b) ->
            "((r, b) => r.found.length > 0 ? '[' + b.slice(r.found[0].start, r.found[0].end) + ']'"
                + " : r.holds ? 'passed' : 'failed')(WORD_FOR_WORD({ a: "
                + a
                + " }, { b: "
                + b
                + " }), "
                + b
                + ")");
  }

  @Test
  void numbersAmountsAndDatesAreFoundByValue() throws IOException {
    comesTo(
        "numbers_appear.txt",
        (a, b) ->
            "((r) => r.holds ? 'passed' : 'failed: ' + r.reasons.map((x) => x.slice(3, x.indexOf('”') + 1)).join(' '))"
                + "(NUMBERS_APPEAR({ a: "
                + a
                + " }, { b: "
                + b
                + " }))");
  }

  @Test
  void inchMarksAreNoQuotationMarks() throws IOException {
    comesTo(
        "quotations.txt",
        (a, b) ->
            "QUOTED_WORDS({ a: " + a + " }, { b: " + a + " }).found.map((f) => f.quote).join('|')");
  }

  @Test
  void sentencesSayWhatIsWrongAndWhatToDo() throws IOException {
    List<String> wanted = Files.readAllLines(CASES.resolve("sentences.txt"));
    List<String> found = new ArrayList<>();
    List<String> checks = new ArrayList<>();
    for (String line : wanted) {
      String sentence = line.substring(0, line.lastIndexOf(ARROW));
      try {
        checks.add(
            "[" + Js.text(sentence) + ", " + Sentences.read(sentence, Sample.SCOPE).js() + "]");
      } catch (WrongFormula wrong) {
        String hint = wrong.hint();
        String stop = hint.endsWith(".") ? hint.substring(0, hint.length() - 1) : hint;
        found.add(sentence + ARROW + "! " + wrong.what() + (stop.isEmpty() ? "" : ". " + stop));
      }
    }
    found.addAll(
        evaluated(
            Sample.READ,
            Sample.INPUTS,
            "["
                + String.join(",\n", checks)
                + "].map(([s, r]) => s + ' => ' + (r.holds === true ? 'passed' : (r.holds === false"
                + " ? 'failed: ' : 'can\\'t: ') + r.reasons.join(' ')))"));
    assertThat(found.stream().filter(line -> !wanted.contains(line))).isEmpty();
    assertThat(found).hasSameSizeAs(wanted);
  }

  private static void comesTo(String file, BiFunction<String, String, String> judge)
      throws IOException {
    List<String> wanted = Files.readAllLines(CASES.resolve(file));
    List<String> judged = new ArrayList<>();
    for (String line : wanted) {
      String both = line.substring(0, line.lastIndexOf(ARROW));
      int bar = both.indexOf(" || ");
      String a = unescaped(bar < 0 ? both : both.substring(0, bar));
      String b = unescaped(bar < 0 ? "" : both.substring(bar + 4));
      judged.add("String(" + judge.apply(Js.text(a), Js.text(b)) + ")");
    }
    List<String> results = evaluated("", "{}", "[" + String.join(",\n", judged) + "]");
    List<String> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String both = wanted.get(i).substring(0, wanted.get(i).lastIndexOf(ARROW));
      found.add(both + ARROW + escaped(results.get(i)));
    }
    assertThat(found.stream().filter(line -> !wanted.contains(line))).isEmpty();
  }

  private static List<String> evaluated(String read, String inputs, String list) {
    String script =
        "async function main(run) {\n"
            + read
            + "\n  return run.finish({ all: "
            + list
            + " });\n}\n";
    Slice slice = flows.slice(FlowTesting.request(script, inputs, List.of()));
    assertThat(slice).isInstanceOf(Slice.Done.class);
    Value.Items all = (Value.Items) ((Slice.Done) slice).result().results().get("all");
    return all.items().stream().map(Value::textOrEmpty).toList();
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\n", i)) {
        plain.append('\n');
        i++;
      } else if (text.startsWith("\\u", i)) {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  private static String escaped(String text) {
    return text.replace("\n", "\\n")
        .replace("\u00ad", "\\u00ad")
        .replace("\ufb01", "\\ufb01")
        .replace("\ufb03", "\\ufb03")
        .replace("\u0301", "\\u0301");
  }
}
