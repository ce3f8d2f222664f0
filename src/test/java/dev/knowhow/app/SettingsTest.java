package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.knowhow.net.HostPort;
import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Path HOME = Path.of("/opt/knowhow");
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @Test
  void needsNone() {
    Settings settings = Settings.read(Map.of(), HOME);

    assertThat(settings.port()).isEqualTo(7070);
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.data()).isEqualTo(HOME.resolve("data"));
    assertThat(settings.databaseUrl()).isEmpty();
    assertThat(settings.publicUrl()).isEmpty();
    assertThat(settings.localModels()).isEmpty();
  }

  @Test
  void readsEach() {
    Settings settings =
        Settings.read(
            Map.of(
                "KNOWHOW_PORT", " 80 ",
                "KNOWHOW_DATA", "/var/lib/knowhow",
                "KNOWHOW_DATABASE_URL", "jdbc:postgresql://db/knowhow",
                "KNOWHOW_KEY", KEY,
                "KNOWHOW_PUBLIC_URL", "https://knowhow.example.com/",
                "KNOWHOW_LOCAL_MODELS", "localhost:11434, gpu.lan:8000"),
            HOME);

    assertThat(settings.port()).isEqualTo(80);
    assertThat(settings.data()).isEqualTo(Path.of("/var/lib/knowhow"));
    assertThat(settings.databaseUrl()).contains("jdbc:postgresql://db/knowhow");
    assertThat(settings.key()).contains(KEY);
    assertThat(settings.publicUrl()).contains(URI.create("https://knowhow.example.com"));
    assertThat(settings.localModels())
        .containsExactlyInAnyOrder(new HostPort("localhost", 11434), new HostPort("gpu.lan", 8000));
  }

  @ParameterizedTest
  @CsvSource({
    "KNOWHOW_PORT, seven, wanted a port from 0 to 65535",
    "KNOWHOW_PORT, 65536, wanted a port from 0 to 65535",
    "KNOWHOW_PORT, ٧٠٧٠, wanted a port from 0 to 65535",
    "KNOWHOW_PORT, tcp://10.0.0.1:7070, enableServiceLinks",
    "KNOWHOW_DATABASE_URL, mysql://db, does not start with postgresql://",
    "KNOWHOW_KEY, short, not 32 bytes in base64",
    "KNOWHOW_KEY, MDEyMzQ1, not 32 bytes in base64",
    "KNOWHOW_PUBLIC_URL, knowhow.example.com, wanted the address of a whole host",
    "KNOWHOW_PUBLIC_URL, https://example.com/tools, without a path",
    "KNOWHOW_PUBLIC_URL, ftp://example.com, wanted the address of a whole host",
    "KNOWHOW_LOCAL_MODELS, http://localhost:11434, localhost:11434",
    "KNOWHOW_LOG, LOUD, 'WARN, INFO or DEBUG'",
  })
  void saysWhatIsWrongWithAValue(String name, String value, String expected) {
    Problem problem =
        catchThrowableOfType(Problem.class, () -> Settings.read(Map.of(name, value), HOME));

    assertThat(problem.faults()).hasSize(1);
    assertThat(problem.faults().getFirst().toString()).startsWith(name + ": ").contains(expected);
  }

  @Test
  void namesAllBadValuesAtOnce() {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () -> Settings.read(Map.of("KNOWHOW_PORT", "x", "KNOWHOW_KEY", "y"), HOME));

    assertThat(problem.faults())
        .extracting(Fault::where)
        .containsExactlyInAnyOrder("KNOWHOW_PORT", "KNOWHOW_KEY");
  }

  @Test
  void repeatsNoSecret() {
    Map<String, String> secret =
        Map.of("KNOWHOW_DATABASE_URL", "postgres://u:hunter2@db", "KNOWHOW_KEY", "hunter2");

    Problem problem = catchThrowableOfType(Problem.class, () -> Settings.read(secret, HOME));

    assertThat(problem.faults().toString()).doesNotContain("hunter2");
  }

  @Test
  void noticesAMisspeltName() {
    assertThat(Settings.unknown(Map.of("KNOWHOW_PROT", "1", "KNOWHOW_PORT", "2", "PATH", "3")))
        .containsExactly("KNOWHOW_PROT");
  }
}
