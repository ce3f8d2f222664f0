package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(Map<String, String> environment, String... arguments) {
    Surroundings surroundings =
        new Surroundings(
            environment,
            folder,
            folder,
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            _ -> Optional.empty(),
            InstantSource.fixed(Instant.parse("2026-10-09T10:00:00Z")));
    return Main.run(surroundings, arguments);
  }

  @Test
  void tellsABadPortInOneLine() {
    assertThat(run(Map.of(), "--port", "abc")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "knowhow: --port: found \"abc\", wanted a port from 0 to 65535. Write a number such as"
                + " 7070.");
  }

  @Test
  void tellsABadSettingInOneLine() {
    assertThat(run(Map.of("KNOWHOW_PUBLIC_URL", "here"), "start")).isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).contains("KNOWHOW_PUBLIC_URL");
  }

  @Test
  void tellsAnUnknownOptionInOneLine() {
    assertThat(run(Map.of(), "start", "--prot", "80")).isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).contains("--prot");
  }

  @Test
  void hasAVersion() {
    assertThat(run(Map.of(), "--version")).isEqualTo(0);
    assertThat(out.toString()).startsWith("Knowhow ");
  }

  @Test
  void backsUpNothingWhereThereIsNoDatabase() {
    assertThat(run(Map.of(), "backup", "b.db")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no database to back up.").contains("--data");
  }

  @Test
  void leavesPostgresToItsOwnTools() {
    Map<String, String> postgres = Map.of("KNOWHOW_DATABASE_URL", "jdbc:postgresql://db/knowhow");

    assertThat(run(postgres, "backup", "b.dump")).isEqualTo(1);
    assertThat(err.toString()).contains("pg_dump");
  }
}
