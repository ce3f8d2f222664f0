package dev.knowhow.flow;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files and empty folders that bear the id of the server they belong to. One that was killed could
/// not remove its own.
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private Leftovers() {}

  /// Removes those in a folder whose server does not live any more.
  ///
  /// @param name what all of a name must be; its first group is the id of the process
  static void removeIn(Path folder, Pattern name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (var files = Files.list(folder)) {
      all = files.filter(file -> isLeft(file, name)).toList();
    }
    for (Path file : all) {
      removeIfEmpty(file);
    }
  }

  private static void removeIfEmpty(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (DirectoryNotEmptyException another) {
      LOG.debug("{} is not ours", file, another);
    }
  }

  private static boolean isLeft(Path file, Pattern name) {
    Matcher parts = name.matcher(String.valueOf(file.getFileName()));
    return parts.matches() && ProcessHandle.of(Long.parseLong(parts.group(1))).isEmpty();
  }
}
