package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lengths are read exactly, as `lengths.txt` says.
class LengthsTest {
  private static final Path CASES = Path.of("src/test/resources/dev/knowhow/tool/lengths.txt");
  private static final String ARROW = " => ";

  @ParameterizedTest
  @MethodSource("cases")
  void areReadAsTheFileSays(String line) {
    int arrow = line.indexOf(ARROW);
    String says = line.substring(arrow + ARROW.length());
    Optional<Length> wanted =
        says.equals("no") ? Optional.empty() : Optional.of(new Length(Long.parseLong(says)));

    assertThat(Lengths.parse(line.substring(0, arrow))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sayTheSameInTheirPlainForm(String line) {
    String written = line.substring(0, line.indexOf(ARROW));

    assertThat(Lengths.parse(Lengths.plain(written))).isEqualTo(Lengths.parse(written));
  }

  @Property
  void feetInchesAndSixtyFourthsAddUp(
      @ForAll @IntRange(max = 9999) int feet,
      @ForAll @IntRange(max = 11) int inches,
      @ForAll @IntRange(min = 1, max = 63) int parts) {
    String written = feet + "'-" + inches + " " + parts + "/64\"";

    assertThat(Lengths.parse(written))
        .contains(new Length((feet * 12L + inches) * 25_400_000L + parts * 396_875L));
  }

  static List<String> cases() throws IOException {
    return Files.readAllLines(CASES).stream()
        .filter(line -> !line.startsWith("#") && line.contains(ARROW))
        .toList();
  }
}
