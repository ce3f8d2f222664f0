package dev.knowhow.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.knowhow.problem.Fault;
import dev.knowhow.tool.DocumentReader;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Golden files: a tool, ten dashes, its script or its faults. `-Dgolden=write` writes what comes
/// out now.
class FlowCompilerTest {
  private static final Path CASES = Path.of("src/test/resources/dev/knowhow/flow/compile");
  private static final String DASHES = "----------\n";
  private static final Pattern ASK = Pattern.compile("- (?:ask|work towards): ([a-z_]+)");
  private static final String HOUSE =
      """
      format: knowhow-vertical/1
      name: Test
      about: For tests.
      people: testers
      roles: [doctor, project manager]
      rules: |
        - Be brief.
      never say: [we guarantee]
      """;

  @TestFactory
  List<DynamicTest> compiles() throws IOException {
    try (var files = Files.list(CASES)) {
      return files
          .sorted()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> compilesTo(file)))
          .toList();
    }
  }

  @Test
  void equalToolsGiveEqualScripts() throws IOException {
    String tool = Files.readString(CASES.resolve("a_tool_with_every_kind_of_step.txt"));
    assertThat(compiled(files(tool))).isEqualTo(compiled(files(tool)));
  }

  @Test
  void theCheckOfATemplateSaysTheFaultsOfItsFormulas() throws IOException {
    String text = Files.readString(CASES.resolve("all_faults_are_said_with_their_lines.txt"));
    List<Fault> faults = new FlowCheck(DocumentReader.TEXT_ONLY).faults(files(text));
    assertThat(faults).extracting(Fault::line).contains(12, 13, 18);
    assertThat(faults).allSatisfy(fault -> assertThat(fault.file()).isEqualTo("tool.yaml"));
  }

  private static void compilesTo(Path file) throws IOException {
    String text = Files.readString(file);
    int cut = text.indexOf(DASHES);
    String tool = cut < 0 ? text : text.substring(0, cut);
    String found = compiled(files(tool));
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, tool + DASHES + found);
    }
    assertThat(tool + DASHES + found).isEqualTo(text);
  }

  private static String compiled(ToolFiles files) {
    return switch (FlowCompiler.compile(ToolReader.read(files).orThrow())) {
      case Compiling.Compiled(FlowProgram program) -> program.javascript();
      case Compiling.Faulty(List<Fault> faults) ->
          faults.stream().map(fault -> fault + "\n").collect(Collectors.joining());
    };
  }

  private static ToolFiles files(String text) {
    int cut = text.indexOf(DASHES);
    String tool = cut < 0 ? text : text.substring(0, cut);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("tool.yaml", bytes(tool));
    files.put("house/test/vertical.yaml", bytes(HOUSE));
    files.put("knowledge/rules.md", bytes("# Rules\n\nPay in time.\n"));
    Matcher ask = ASK.matcher(tool);
    while (ask.find()) {
      files.put("prompts/" + ask.group(1) + ".md", bytes("Say it.\n\n{{note}}\n"));
    }
    return ToolFiles.of(files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
