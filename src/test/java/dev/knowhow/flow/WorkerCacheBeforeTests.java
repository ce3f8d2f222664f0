package dev.knowhow.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Makes the workers' start-up cache before the first test, where it is not there yet: workers then
/// start as they do at an operator's, and hundreds of starts cost a fraction.
public final class WorkerCacheBeforeTests implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    WorkerPlace place = WorkerPlace.ofSystem();
    Optional<Path> missing = place.cacheFile().filter(file -> !Files.exists(file));
    if (place.jars().isEmpty() || missing.isEmpty()) {
      return;
    }
    try {
      clear(place.cacheFolder().orElseThrow());
      WorkerCommand command = WorkerCommand.forThisSystem(place);
      if (!command.makeCache()) {
        throw new IllegalStateException("the workers' start-up cache could not be made");
      }
      command.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Deletes the caches of other jars.
  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> old;
    try (var files = Files.list(folder)) {
      old = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : old) {
      Files.deleteIfExists(file);
    }
  }
}
