package dev.knowhow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/// What this process and its workers have used of the machine so far. The processor's time does not
/// depend on what else the machine does, so it is what two measurements are compared by.
///
/// @param server of this process
/// @param workers of all processes that it started and that live
record Cpu(Duration server, Duration workers) {

  static Cpu now() {
    ProcessHandle self = ProcessHandle.current();
    return new Cpu(
        used(self), self.descendants().map(Cpu::used).reduce(Duration.ZERO, Duration::plus));
  }

  /// What was used since, for each of so many pieces of work.
  String since(Cpu before, long pieces) {
    return String.format(
        Locale.ROOT,
        "CPU: server %.2f ms, workers %.2f ms",
        server.minus(before.server).toNanos() / 1e6 / pieces,
        workers.minus(before.workers).toNanos() / 1e6 / pieces);
  }

  /// What a process has used so far.
  static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// The resident memory of a process in megabytes (Linux); 0 if it is gone.
  static long megabytes(ProcessHandle process) {
    return status(process, "VmRSS:") / 1024;
  }

  /// How many threads of the system a process has; 0 if it is gone.
  static long threads(ProcessHandle process) {
    return status(process, "Threads:");
  }

  private static long status(ProcessHandle process, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }
}
