package dev.knowhow.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.yaml.Faults;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No file is too large, too deep or too strange to be answered, soon, with words.
@Timeout(20)
class LimitsTest {
  private static final Path NAUGHTY = Path.of("../shared/cases/naughty-strings/blns.json");

  @Test
  void anAliasBombIsRefusedWithoutBeingUnfolded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
    }

    assertThat(faults(bomb.toString())).anyMatch(fault -> fault.what().startsWith("found \"*\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNestingIsRefused(String opening) {
    assertThat(faults("name: \n  " + opening.repeat(20_000))).isNotEmpty();
  }

  @Test
  void aFileOverAMegabyteIsRefusedUnread() {
    assertThat(faults("name: " + "x".repeat(1024 * 1024)))
        .extracting(Fault::toString)
        .containsExactly(
            "tool.yaml: found 1048582 bytes, wanted at most 1048576. Make the file smaller.");
  }

  @Test
  void tooManyValuesAreRefused() {
    assertThat(faults("inputs: [" + "a,".repeat(60_000) + "]"))
        .anyMatch(fault -> fault.what().equals("found more than 50000 values"));
  }

  @Test
  void manyFaultsAreCutOff() {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      keys.append("buttom_with_a_rather_long_name_").append(i).append(": x\n");
    }

    assertThat(faults(keys.toString())).hasSize(Faults.LIMIT);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Map<String, byte[]> files = new HashMap<>(MessagesTest.base());
    files.put("tool.yaml", new byte[] {'n', (byte) 0xC3, (byte) 0x28});

    assertThat(ToolReader.read(ToolFiles.of(files)))
        .isEqualTo(
            new Reading.Faulty(
                List.of(
                    Fault.at(
                        "tool.yaml",
                        0,
                        "",
                        "found bytes that are not UTF-8 text",
                        "Save the file as UTF-8."))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../tool.yaml",
        "/etc/passwd",
        "a/../b",
        "a//b",
        "a/",
        "",
        ".git/config",
        "a\\b",
        "C:/x",
        "a/.hidden",
        "a\u0000b",
        "a/ b",
        "con.",
        "prompts/\u202Ex.md"
      })
  void pathsThatLeadOutOrHideAreRefused(String path) {
    assertThatThrownBy(() -> ToolFiles.of(Map.of(path, new byte[0])))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("does not stay in the tool's folder");
  }

  @Test
  void tooManyFilesAreRefused() {
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i <= ToolFiles.MAX_FILES; i++) {
      files.put("knowledge/" + i + ".md", new byte[0]);
    }

    assertThatThrownBy(() -> ToolFiles.of(files))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
  }

  @Test
  void naughtyStringsAreReadAsWhatTheyAre() throws IOException {
    assumeTrue(Files.exists(NAUGHTY), "the list of naughty strings is not here");
    Type type = new Type.Paragraph(100_000, false);
    for (Value naughty : ((Value.Items) ValueJson.parse(Files.readAllBytes(NAUGHTY))).items()) {
      String text = naughty.textOrEmpty();
      if (text.isBlank()) {
        continue;
      }
      Map<String, byte[]> files = new HashMap<>(MessagesTest.base());
      String yaml = new String(files.get("tool.yaml"), UTF_8);
      String quoted = escaped(ValueJson.print(naughty));
      files.put(
          "tool.yaml", yaml.replace("name: Appeal\n", "name: " + quoted + "\n").getBytes(UTF_8));

      assertThat(ToolReader.read(ToolFiles.of(files)).orThrow().tool().name())
          .isEqualTo(text.strip());
      assertThat(type.read(naughty, Manner.FORM))
          .isEqualTo(new Fitting.Fits(Value.text(text.strip())));
    }
  }

  @Test
  void readingTheLargestToolTakesLittleTime() throws IOException {
    Map<String, byte[]> files = new HashMap<>(MessagesTest.base());
    StringBuilder inputs = new StringBuilder();
    for (int i = 0; i < 96; i++) {
      inputs.append("  extra_").append(i).append(": {label: Extra, type: text}\n");
    }
    String yaml = new String(files.get("tool.yaml"), UTF_8);
    files.put("tool.yaml", yaml.replace("knowledge:\n", inputs + "knowledge:\n").getBytes(UTF_8));
    ToolFiles largest = ToolFiles.of(files);
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThat(ToolReader.read(largest)).isInstanceOf(Reading.Sound.class);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  /// YAML wants every character that can't be printed as an escape.
  private static String escaped(String json) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean printable = c < 0x7F || (c >= 0xA0 && c < 0xFFFE && c != '\uFEFF');
      if (printable) {
        text.append(c);
      } else {
        text.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return text.toString();
  }

  private static List<Fault> faults(String toolYaml) {
    try {
      Map<String, byte[]> files = new HashMap<>(MessagesTest.base());
      files.put("tool.yaml", toolYaml.getBytes(UTF_8));
      return ((Reading.Faulty) ToolReader.read(ToolFiles.of(files))).faults();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
