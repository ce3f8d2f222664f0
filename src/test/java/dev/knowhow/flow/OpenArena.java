package dev.knowhow.flow;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// An [OpenWorker] in a process of its own, to be killed after each attack that takes it.
final class OpenArena implements Arena {
  private static final Path PRELUDE =
      Path.of("src/test/resources/dev/knowhow/flow/open-prelude.js");

  private final Duration atMost;
  private final Process process;
  private final DataOutputStream out;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, CompletableFuture<String>> asked = new ConcurrentHashMap<>();

  /// @param limit what a flow may take; one second is added
  OpenArena(Duration limit) throws IOException {
    atMost = limit.plusSeconds(1);
    String here = System.getProperty("java.home");
    Path lib = WorkerPlace.ofSystem().jars().getFirst().getParent();
    process =
        new ProcessBuilder(
                List.of(
                    here + "/bin/java",
                    "-Xmx400m",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    code(OpenWorker.class) + ":" + lib + "/*",
                    OpenWorker.class.getName()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    out = new DataOutputStream(process.getOutputStream());
    write(Files.readString(PRELUDE));
    Thread.ofVirtual().start(this::listen);
  }

  /// Makes sure that it works, and that nothing of an earlier attack is left.
  void fresh() {
    end("fresh", "");
  }

  @Override
  public End end(String tool, String script) {
    long id = ids.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    asked.put(id, answer);
    try {
      synchronized (out) {
        out.writeLong(id);
        write(script);
      }
    } catch (IOException gone) {
      return new End.Broken("the process ended");
    }
    String told = answer.join();
    return told.startsWith("told ")
        ? new End.Told(told.substring(5))
        : new End.Failed(
            new FlowFault(FlowFault.Kind.SCRIPT, "", "", 0, "", told, "This sandbox is open."));
  }

  @Override
  public Duration atMost() {
    return atMost;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
  }

  private void listen() {
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      while (true) {
        long id = in.readLong();
        String told = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        CompletableFuture<String> answer = asked.remove(id);
        if (answer != null) {
          answer.complete(told);
        }
      }
    } catch (IOException ended) {
      asked.values().forEach(answer -> answer.complete("failed the process ended"));
    }
  }

  private static Path code(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new UncheckedIOException(new IOException(impossible));
    }
  }
}
