package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.problem.Fault;
import dev.knowhow.tool.yaml.Form;
import dev.knowhow.tool.yaml.FormKeys;
import dev.knowhow.tool.yaml.Key;
import dev.knowhow.tool.yaml.KeySet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `src/FORMAT.md` tells authors every key, word and limit there is.
///
/// The tables of keys stand between `<!-- keys: … -->` and `<!-- end -->`; `-Dgolden=write` writes
/// them anew.
class FormatReferenceTest {
  private static final Path FILE = Path.of("src/FORMAT.md");
  private static final Pattern TABLE =
      Pattern.compile("<!-- keys: (?<set>[^\\n]+) -->\\n(?<table>.*?)<!-- end -->", Pattern.DOTALL);
  private static final List<Form> FORMS =
      List.of(ToolForm.form(), VerticalForm.form(), ExampleForm.form());

  @Test
  void hasATableForEverySetOfKeys() throws IOException {
    Map<String, KeySet> sets = sets();
    String text = Files.readString(FILE);
    String written =
        TABLE
            .matcher(text)
            .replaceAll(found -> {
              assertThat(sets).containsKey(found.group(1));
              KeySet set = Objects.requireNonNull(sets.remove(found.group(1)));
              return Matcher.quoteReplacement(
                  "<!-- keys: " + set.name() + " -->\n" + table(set) + "<!-- end -->");
            });
    assertThat(sets.keySet()).as("sets of keys without a table").isEmpty();
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, written);
    }
    assertThat(Files.readString(FILE)).isEqualTo(written);
  }

  @Test
  void namesEveryWord() throws IOException {
    String text = Files.readString(FILE);
    Set<String> missing = new TreeSet<>();
    FORMS.stream().flatMap(form -> FormKeys.words(form).stream()).forEach(missing::add);
    missing.addAll(LaterKeys.ALL);
    missing.addAll(ToolRules.RESERVED);
    missing.removeIf(word -> word.endsWith(" or not stated"));
    missing.removeIf(word -> text.contains("`" + word + "`"));

    assertThat(missing).isEmpty();
  }

  @Test
  void showsAToolWithoutAFault() throws IOException {
    Map<String, byte[]> files = new HashMap<>(MessagesTest.base());
    files.remove("examples/easy.yaml");
    files.put("tool.yaml", fenced("tool.yaml").getBytes(StandardCharsets.UTF_8));
    files.put(
        "house/dental/vertical.yaml", fenced("vertical.yaml").getBytes(StandardCharsets.UTF_8));
    files.put("examples/easy.yaml", fenced("examples/easy.yaml").getBytes(StandardCharsets.UTF_8));

    assertThat(ToolReader.read(ToolFiles.of(files)))
        .isInstanceOfSatisfying(
            Reading.Sound.class,
            sound ->
                assertThat(PlantedMistakes.missing(sound.definition()))
                    .extracting(Fault::toString)
                    .isEmpty());
  }

  /// The first block of YAML after a line that ends with the file's name and a colon.
  private static String fenced(String file) throws IOException {
    String text = Files.readString(FILE);
    int at = text.indexOf("`" + file + "`:\n");
    int start = text.indexOf("```yaml\n", at) + "```yaml\n".length();
    return text.substring(start, text.indexOf("```\n", start));
  }

  private static Map<String, KeySet> sets() {
    Map<String, KeySet> sets = new LinkedHashMap<>();
    FORMS.forEach(form -> sets.putAll(FormKeys.sets(form)));
    return sets;
  }

  private static String table(KeySet set) {
    return set.keys().stream()
        .map(FormatReferenceTest::row)
        .collect(Collectors.joining("", "| key | needed | |\n| --- | --- | --- |\n", ""));
  }

  private static String row(Key key) {
    return "| `"
        + key.name()
        + "` | "
        + (key.required() ? "yes" : "")
        + " | "
        + key.about()
        + " |\n";
  }
}
