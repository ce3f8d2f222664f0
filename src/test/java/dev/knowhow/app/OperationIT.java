package dev.knowhow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as an operator sees it: a process that starts, answers, restores, and stops on a
/// signal.
class OperationIT {
  @TempDir Path data;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  private Process program(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dknowhow.home=" + Path.of("").toAbsolutePath());
    command.add("-Dknowhow.worker.lib=" + System.getProperty("knowhow.worker.lib"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("KNOWHOW_"));
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /// The lines up to the first that holds `wanted`; all lines where none does.
  private static String said(BufferedReader reader, String wanted) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      if (line.contains(wanted)) {
        return said.toString();
      }
    }
    return said.toString();
  }

  private static URI addressIn(String said) {
    return URI.create(said.replaceAll("(?s).*Knowhow is ready: (\\S+).*", "$1"));
  }

  private static int status(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(address.resolve("/health")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    Process process = program(arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void startsAnswersRestoresAndStopsOnASignal() throws IOException, InterruptedException {
    Process server = program("start", "--port", "0");
    BufferedReader reader = server.inputReader(StandardCharsets.UTF_8);
    String first = said(reader, "Stop it with");
    assertThat(first)
        .contains("Knowhow is ready: http://localhost:")
        .contains("code for the owner");
    assertThat(status(addressIn(first))).isEqualTo(200);

    Path backup = data.resolveSibling(data.getFileName() + ".backup.db");
    assertThat(run("backup", backup.toString())).contains("read back and intact");
    assertThat(run("restore", backup.toString())).contains("Restored from");
    String second = said(reader, "Stop it with");
    assertThat(second).as("it announces itself anew").contains("Knowhow is ready");
    assertThat(status(addressIn(second))).isEqualTo(200);
    Files.delete(backup);

    server.destroy();
    assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
    assertThat(replaced()).hasSize(1);
  }

  private List<Path> replaced() throws IOException {
    try (var files = Files.list(data)) {
      return files
          .filter(file -> file.getFileName().toString().matches("replaced-.*\\.db"))
          .toList();
    }
  }

  @Test
  void refusesADataFolderThatIsInUse() throws IOException, InterruptedException {
    Process server = program("start", "--port", "0");
    said(server.inputReader(StandardCharsets.UTF_8), "Stop it with");

    Process second = program("start", "--port", "0");
    String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(said).contains("Another Knowhow (process " + server.pid() + ")");
    assertThat(said.strip().lines()).hasSize(1);
  }

  @Test
  void saysWhichPortIsTaken() throws IOException, InterruptedException {
    Process server = program("start", "--port", "0");
    String said = said(server.inputReader(StandardCharsets.UTF_8), "Stop it with");
    String port = Integer.toString(addressIn(said).getPort());
    server.destroy();
    assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();

    try (var taken = new java.net.ServerSocket()) {
      taken.bind(
          new java.net.InetSocketAddress(
              java.net.InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
      Process second = program("start", "--port", port);
      String fault = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(second.waitFor()).as(fault).isEqualTo(1);
      assertThat(fault).contains("knowhow: ").contains(port).contains("--port");
    }
  }
}
