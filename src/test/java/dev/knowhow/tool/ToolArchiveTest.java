package dev.knowhow.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolArchiveTest {
  private final ToolFiles files =
      ToolFolder.read(Path.of("verticals/dental/templates/denial-appeal"));

  @Test
  void bringsBackTheSameFilesByteForByte() {
    byte[] zip = ToolArchive.write(files);

    assertThat(ToolArchive.read(zip)).isEqualTo(files);
    assertThat(ToolArchive.write(ToolArchive.read(zip))).isEqualTo(zip);
  }

  @Test
  void takesAZippedFolderAndLeavesOutWhatIsNoPartOfATool() throws IOException {
    byte[] zip =
        zip(
            Map.of(
                "appeal/tool.yaml", "name: x",
                "appeal/README.md", "read me",
                "appeal/prompts/letter.md", "Write.",
                "appeal/.DS_Store", "x",
                "__MACOSX/appeal/._tool.yaml", "x"));

    assertThat(ToolArchive.read(zip).paths()).containsExactly("prompts/letter.md", "tool.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../tool.yaml", "/etc/passwd", "prompts/../../x.md", "C:/x", "x/..\\y"})
  void refusesNamesThatLeadOutOfTheFolder(String name) throws IOException {
    byte[] zip = zip(Map.of("tool.yaml", "name: x", name, "x"));

    assertThatThrownBy(() -> ToolArchive.read(zip))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.BAD_INPUT));
  }

  @Test
  void stopsUnpackingABomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      byte[] zeros = new byte[1024 * 1024];
      zip.putNextEntry(new ZipEntry("knowledge/bomb.md"));
      for (int i = 0; i < 60; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThatThrownBy(() -> ToolArchive.read(bytes.toByteArray()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    byte[] other = zip(Map.of("a/b/tool.yaml", "x"));
    assertThatThrownBy(() -> ToolArchive.read(other)).hasMessageContaining("no tool.yaml");
    byte[] garbage = "no zip".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ToolArchive.read(garbage)).hasMessageContaining("no tool.yaml");
    byte[] cut = java.util.Arrays.copyOf(ToolArchive.write(files), 3_000);
    assertThatThrownBy(() -> ToolArchive.read(cut)).isInstanceOf(Problem.class);
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : new LinkedHashMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
