package dev.knowhow.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Where the worker's jars are, and where its start-up cache may be kept.
///
/// @param jars the whole class path of a worker, in a fixed order
/// @param cacheFolder a folder that may be written to; empty to start without a cache
public record WorkerPlace(List<Path> jars, Optional<Path> cacheFolder) {

  /// Copies the list.
  public WorkerPlace {
    jars = List.copyOf(jars);
  }

  /// The place that the system properties `knowhow.worker.lib` and `knowhow.aot.dir` name; without
  /// them the folder `worker-lib` beside the server's jar or classes, and no cache.
  public static WorkerPlace ofSystem() {
    String folder = System.getProperty("knowhow.worker.lib", "");
    String cache = System.getProperty("knowhow.aot.dir", "");
    return in(
        folder.isEmpty() ? besideTheServer() : Path.of(folder),
        cache.isEmpty() ? Optional.empty() : Optional.of(Path.of(cache)));
  }

  /// All jars of a folder; none where it can't be read.
  public static WorkerPlace in(Path folder, Optional<Path> cacheFolder) {
    if (!Files.isDirectory(folder)) {
      return new WorkerPlace(List.of(), cacheFolder);
    }
    try (var files = Files.list(folder)) {
      return new WorkerPlace(
          files
              .filter(file -> file.getFileName().toString().endsWith(".jar"))
              .map(Path::toAbsolutePath)
              .sorted()
              .toList(),
          cacheFolder);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The file of the start-up cache for exactly these jars and this Java: a cache that outlives its
  /// jars would silently bring old classes back.
  Optional<Path> cacheFile() {
    return cacheFolder.map(folder -> folder.resolve("worker-" + fingerprint() + ".aot"));
  }

  private String fingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (Path jar : jars) {
        sha256.update(jar.toString().getBytes(StandardCharsets.UTF_8));
        sha256.update(Files.readAllBytes(jar));
      }
      sha256.update(System.getProperty("java.vm.version", "").getBytes(StandardCharsets.UTF_8));
      sha256.update(System.getProperty("java.home", "").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest()).substring(0, 16);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Path besideTheServer() {
    try {
      Path code =
          Path.of(WorkerPlace.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolveSibling("worker-lib");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
