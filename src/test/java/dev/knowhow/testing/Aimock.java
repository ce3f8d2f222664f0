package dev.knowhow.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody else's fake of the providers, `@copilotkit/aimock` from npm, in a process of its own.
///
/// It is installed once under `target/npm`, from the version and hash in `src/test/npm`. Where
/// there is no Node the test that wants it is skipped and says so.
public final class Aimock implements AutoCloseable {
  /// What it answers to a prompt that holds the word `tooth`.
  public static final String ANSWER = "Dear payer, this is about tooth 30.";

  private static final Path HOME = Path.of("target/npm");
  private static final Path LOCK = Path.of("src/test/npm/package-lock.json");
  private static final Pattern LISTENING =
      Pattern.compile("listening on http://127\\.0\\.0\\.1:(\\d+)");
  private static final String FIXTURES =
      """
      {"fixtures": [{"match": {"userMessage": "tooth"}, "response": {"content": "%s"}}]}
      """
          .replace("%s", ANSWER);

  private final Process process;
  private final int port;

  /// Starts it with further options, such as `--chaos-ratelimit 1`.
  public Aimock(String... options) throws IOException, InterruptedException {
    install();
    Path fixtures = HOME.resolve("fixtures");
    Files.createDirectories(fixtures);
    Files.writeString(fixtures.resolve("answers.json"), FIXTURES);
    List<String> command = new ArrayList<>();
    command.addAll(List.of("node", "node_modules/@copilotkit/aimock/dist/cli.js"));
    command.addAll(List.of("--port", "0", "--fixtures", "fixtures"));
    command.addAll(List.of(options));
    process =
        new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true).start();
    port = port(process);
  }

  private static int port(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.append(line).append('\n');
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread.ofVirtual().start(() -> drain(out));
        return Integer.parseInt(listening.group(1));
      }
    }
    throw new IOException("aimock did not start: " + said);
  }

  private static void drain(BufferedReader out) {
    try {
      out.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      // the process has ended
    }
  }

  private static synchronized void install() throws IOException, InterruptedException {
    assumeTrue(
        onPath("node") && onPath("npm"),
        "Node.js and npm are not installed, so the providers are tested against our own fake only;"
            + " ./knowhow test installs them where it can");
    Path installed = HOME.resolve("installed.lock");
    if (Files.exists(installed) && Files.mismatch(installed, LOCK) < 0) {
      return;
    }
    Files.createDirectories(HOME);
    for (String name : List.of("package.json", "package-lock.json")) {
      Files.write(HOME.resolve(name), Files.readAllBytes(LOCK.resolveSibling(name)));
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (npm.waitFor() != 0) {
      throw new IOException("npm could not install aimock: " + said);
    }
    Files.write(installed, Files.readAllBytes(LOCK));
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /// Its port on `127.0.0.1`.
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
