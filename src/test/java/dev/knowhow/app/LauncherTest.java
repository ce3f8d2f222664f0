package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script in a folder of its own, with programs that say how they were called.
class LauncherTest {
  private static final Instant BUILT = Instant.parse("2026-10-09T10:00:00Z");

  @TempDir Path folder;
  private Path home;
  private Path jdk25;

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(folder.resolve("a home"));
    Files.copy(Path.of("knowhow"), home.resolve("knowhow"));
    Files.createDirectories(home.resolve("target/run/abc/lib"));
    Files.createFile(home.resolve("target/run/abc/knowhow.jar"));
    Files.writeString(home.resolve("target/run/current"), "abc\n");
    Files.createDirectories(home.resolve("src/main"));
    Files.createFile(home.resolve("pom.xml"));
    date(home.resolve("target/run/current"), BUILT);
    date(home.resolve("pom.xml"), BUILT.minusSeconds(60));
    date(home.resolve("src/main"), BUILT.minusSeconds(60));
    jdk25 = jdk("jdk-25", "25.0.3");
    program("bin/mvn", "echo maven was called; exit 1");
  }

  private static void date(Path file, Instant instant) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(instant));
  }

  private Path program(String name, String script) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Path jdk(String name, String version) throws IOException {
    program(name + "/bin/java", "for word; do echo \"[$word]\"; done");
    program(name + "/bin/javac", "echo javac " + version);
    Files.writeString(
        folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return folder.resolve(name);
  }

  private Outcome launch(Path javaHome, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", home.resolve("knowhow").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private record Outcome(int code, String output) {}

  @Test
  void handsTheCommandToTheBuildThatIsThere() throws Exception {
    Outcome outcome = launch(jdk25, "check", "a tool", "--json");

    assertThat(outcome.output())
        .contains("[dev.knowhow.app.Main]\n[check]\n[a tool]\n[--json]\n")
        .contains("[-Dknowhow.home=" + home.toRealPath() + "]")
        .contains("[" + home.toRealPath() + "/target/run/abc/knowhow.jar:")
        .doesNotContain("maven");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void passesOverAnOlderJdk() throws Exception {
    jdk(".sdkman/candidates/java/25-tem", "25");
    Path old = jdk("jdk-17", "17.0.15");
    program("jdk-17/bin/java", "echo an old Java was called");

    Outcome outcome = launch(old, "check", "x");

    // which one it takes depends on the machine, which may have a JDK 25 of its own
    assertThat(outcome.output()).doesNotContain("an old Java").doesNotContain("no JDK 25");
  }

  @Test
  void buildsWhenASourceIsNewer() throws Exception {
    date(home.resolve("src/main"), BUILT.plusSeconds(1));

    Outcome outcome = launch(jdk25, "check", "x");

    assertThat(outcome.output()).contains("something changed").contains("maven was called");
    assertThat(outcome.output()).contains("the build failed (see above)");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(home.resolve("target/.building")).doesNotExist();
  }

  @Test
  void usesAnAotCacheOnlyOfThisBuildAndJvm() throws Exception {
    Files.writeString(home.resolve("target/run/abc/server-1.aot"), "of another JVM");

    assertThat(launch(jdk25, "check", "x").output()).doesNotContain("AOTCache");
  }

  @Test
  void helpsWithoutAnyJava() throws Exception {
    Outcome outcome = launch(Path.of("/nonexistent"), "--help");

    assertThat(outcome.output()).contains("./knowhow test").contains("./knowhow backup FILE");
    assertThat(outcome.code()).isZero();
  }
}
