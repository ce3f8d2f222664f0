package dev.knowhow.testing;

import dev.knowhow.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The program as it is installed, in a process of its own with its pages, to be killed.
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final CompletableFuture<URI> address = new CompletableFuture<>();

  private ServerProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  /// Begins to start it on a data folder; it may call the fake provider.
  ///
  /// With the system property `knowhow.launcher` it is started by that launcher, which is what a
  /// person does and begins faster; else by the classes of the test.
  public static ServerProcess start(Path data, int port, FakeProvider provider) throws IOException {
    String launcher = System.getProperty("knowhow.launcher", "");
    List<String> command = new ArrayList<>(launcher.isEmpty() ? byClasses() : List.of(launcher));
    command.addAll(List.of("start", "--port", Integer.toString(port), "--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("KNOWHOW_"));
    builder.environment().put("KNOWHOW_LOCAL_MODELS", "localhost:" + provider.port());
    return new ServerProcess(builder.start());
  }

  private static List<String> byClasses() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Djdk.virtualThreadScheduler.parallelism=16",
        "-Dknowhow.home=" + Path.of("").toAbsolutePath(),
        "-Dknowhow.worker.lib=" + System.getProperty("knowhow.worker.lib"),
        "-Dknowhow.aot.dir=" + System.getProperty("knowhow.aot.dir"),
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }

  /// Its address, once it says that it is ready.
  public URI address() throws Exception {
    return address.get(90, TimeUnit.SECONDS);
  }

  /// Whether it lives.
  public boolean isAlive() {
    return process.isAlive();
  }

  /// Kills it with SIGKILL and waits until it is gone; its workers then end by themselves.
  public void kill() {
    process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /// Kills every worker with SIGKILL and says how many there were.
  public int killWorkers() {
    List<ProcessHandle> workers = process.descendants().toList();
    workers.forEach(ProcessHandle::destroyForcibly);
    return workers.size();
  }

  /// Asks it to stop and waits until it has.
  public void stop() {
    process.destroy();
    process.onExit().orTimeout(90, TimeUnit.SECONDS).join();
  }

  private void listen() {
    StringBuilder said = new StringBuilder();
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.append(line).append('\n');
        if (line.contains("Knowhow is ready: ")) {
          address.complete(URI.create(line.replaceAll(".*Knowhow is ready: (\\S+).*", "$1")));
        }
        if (line.contains(" ERROR ") || line.contains(" WARN ")) {
          System.err.println("server: " + line);
        }
      }
    } catch (IOException closed) {
      said.append(closed.getMessage());
    }
    address.completeExceptionally(new AssertionError("it ended before it was ready: " + said));
  }

  @Override
  public void close() {
    killWorkers();
    kill();
  }
}
