package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What is written for people against what the program does.
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private static final Path LAUNCHER = Path.of("knowhow");

  @Test
  void listsEverySettingAsTheProgramKnowsIt() throws IOException {
    List<String> rows =
        Files.readAllLines(README).stream().filter(row -> row.startsWith("| `KNOWHOW_")).toList();

    assertThat(rows).isEqualTo(Settings.ALL.stream().map(ReadmeTest::row).toList());
  }

  private static String row(Setting setting) {
    String fallback = setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "` ";
    return "| `" + setting.name() + "` | " + fallback + "| " + setting.help() + " |";
  }

  @Test
  void startsWithTheTwoCommands() throws IOException {
    List<String> lines = Files.readAllLines(README);

    assertThat(lines.stream().filter(line -> line.startsWith("./knowhow")).limit(2))
        .containsExactly("./knowhow", "./knowhow test");
  }

  @Test
  void theLaunchersHelpNamesEveryCommand() throws IOException {
    String help = Files.readString(LAUNCHER);
    Surroundings surroundings =
        new Surroundings(
            Map.of(),
            Path.of(""),
            Path.of(""),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            _ -> Optional.empty(),
            InstantSource.fixed(Instant.EPOCH));

    Map<String, CommandLine> commands = Main.commandLine(surroundings).getSubcommands();

    assertThat(commands).isNotEmpty();
    commands.forEach((name, command) -> {
      if (!command.getCommandSpec().usageMessage().hidden()) {
        assertThat(help).containsPattern("\\./knowhow \\[?" + name + "\\b");
      }
    });
  }
}
