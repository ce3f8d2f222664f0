package dev.knowhow.flow;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The command line of a worker: a small JVM with nothing of the server on its class path, an
/// environment with one setting of the C library and nothing else, an empty folder, and around it
/// what the system offers to confine it.
final class WorkerCommand {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerCommand.class);

  /// How many rounds a training has: enough for the start-up cache to know what is to be compiled.
  private static final String TRAINING = "300";

  private static final List<String> FLAGS =
      List.of(
          "-Xmx128m",
          "-Xmn24m",
          "-Xss1m",
          "-XX:+UseSerialGC",
          "-XX:MetaspaceSize=64m",
          "-XX:MaxMetaspaceSize=128m",
          "-XX:ReservedCodeCacheSize=96m",
          "-XX:TrimNativeHeapInterval=5000",
          "-XX:MaxDirectMemorySize=8m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:-UsePerfData",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dpolyglot.engine.WarnInterpreterOnly=false",
          "-Duser.language=en",
          "-Duser.country=US",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8");

  private static final Pattern EMPTY_FOLDER = Pattern.compile("knowhow-worker-(\\d{1,18})-\\d+");
  private static final Pattern UNFINISHED_CACHE =
      Pattern.compile("worker-[0-9a-f]+\\.aot\\.(\\d{1,18})(?:\\.config)?");

  private final WorkerPlace place;

  /// Named by a hash over all jars, which is made once.
  private final Optional<Path> cacheFile;

  private final Path emptyFolder;
  private final List<String> confinement;
  private final AtomicBoolean cacheTried = new AtomicBoolean();
  private final AtomicReference<@Nullable Process> training = new AtomicReference<>();

  private WorkerCommand(WorkerPlace place, Path emptyFolder, List<String> confinement) {
    this.place = place;
    this.cacheFile = place.cacheFile();
    this.emptyFolder = emptyFolder;
    this.confinement = confinement;
  }

  /// The command for this system, confined as far as the system permits.
  static WorkerCommand forThisSystem(WorkerPlace place) {
    try {
      Leftovers.removeIn(Path.of(System.getProperty("java.io.tmpdir")), EMPTY_FOLDER);
      Path empty =
          Files.createTempDirectory("knowhow-worker-" + ProcessHandle.current().pid() + "-");
      return new WorkerCommand(place, empty, Confinement.of(place, java(), empty));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /// What confines the worker, for people: the names of the tools.
  String confinedBy() {
    return confinement.isEmpty()
        ? "a process of its own"
        : confinement.stream()
            .filter(word -> List.of("bwrap", "unshare", "setpriv").contains(word))
            .collect(Collectors.joining(", "));
  }

  /// Starts a worker.
  Process start() throws IOException {
    List<String> cache =
        cacheFile
            .filter(Files::isReadable)
            .map(file -> List.of("-XX:AOTCache=" + file.toAbsolutePath()))
            .orElse(List.of());
    return start(confinement, cache, List.of());
  }

  /// Makes the start-up cache where it is wanted and not there yet, once and aside: workers can be
  /// started meanwhile.
  void makeCacheAside() {
    if (cacheFile.filter(file -> !Files.exists(file)).isEmpty() || cacheTried.getAndSet(true)) {
      return;
    }
    Thread.ofPlatform()
        .name("worker-cache")
        .daemon()
        .start(() -> {
          try {
            if (makeCache()) {
              LOG.info("Workers start faster from now on: their start-up cache is made");
            }
          } catch (IOException failed) {
            LOG.warn("The workers' start-up cache could not be made: {}", failed.getMessage());
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /// Makes the start-up cache with a worker that only warms up; takes some seconds.
  ///
  /// @return whether there is a cache now
  boolean makeCache() throws IOException, InterruptedException {
    if (cacheFile.isEmpty()) {
      return false;
    }
    Path file = cacheFile.get().toAbsolutePath();
    Path folder = Optional.ofNullable(file.getParent()).orElse(emptyFolder);
    Files.createDirectories(folder);
    Leftovers.removeIn(folder, UNFINISHED_CACHE);
    Path making = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      if (!train(making) || !Files.exists(making)) {
        return false;
      }
      Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      Files.deleteIfExists(making);
      Files.deleteIfExists(making.resolveSibling(making.getFileName() + ".config"));
    }
  }

  private boolean train(Path making) throws IOException, InterruptedException {
    Process process = start(List.of(), List.of("-XX:AOTCacheOutput=" + making), List.of(TRAINING));
    training.set(process);
    try {
      process.getOutputStream().close();
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    } finally {
      training.set(null);
      end(process);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /// Ends a training and removes the empty folder.
  void close() {
    Process process = training.getAndSet(null);
    if (process != null) {
      end(process);
    }
    try {
      Files.deleteIfExists(emptyFolder);
    } catch (IOException inUse) {
      emptyFolder.toFile().deleteOnExit();
    }
  }

  private Process start(List<String> around, List<String> cache, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(around);
    command.add(java().toString());
    command.addAll(FLAGS);
    command.addAll(cache);
    command.add("-cp");
    command.add(
        place.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add("dev.knowhow.worker.Worker");
    command.addAll(arguments);
    Files.createDirectories(emptyFolder); // whoever tidies the temporary folder takes it away
    ProcessBuilder builder = new ProcessBuilder(command).directory(emptyFolder.toFile());
    builder.environment().clear();
    // the compilers' threads would each keep a heap of their own
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    if (arguments.contains(TRAINING)) {
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    }
    return builder.start();
  }

  private static Path java() {
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    return Stream.of("java", "java.exe")
        .map(bin::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElse(bin.resolve("java"));
  }
}
