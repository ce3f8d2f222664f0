package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The data folder, held by one server at a time.
///
/// The hold is a lock of the operating system on the file `lock`, so a killed server leaves none
/// behind. The file says which process holds it.
final class DataFolder implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Makes the folder where it is missing, checks that it can be written, and holds it.
  ///
  /// @throws Problem where it cannot be written or another server holds it
  static DataFolder hold(Path folder) {
    makeWritable(folder);
    try {
      DataFolder held = tryHold(folder);
      if (held == null) {
        throw Problem.at(
            Kind.CONFLICT,
            folder.toString(),
            "Another Knowhow" + holder(folder) + " uses this data folder.",
            "Stop it first, or start this one with another --data FOLDER.");
      }
      return held;
    } catch (IOException e) {
      throw notWritable(folder).causedBy(e);
    }
  }

  /// True while a server holds the folder.
  static boolean inUse(Path folder) {
    if (!Files.exists(folder.resolve("lock"))) {
      return false;
    }
    try (DataFolder free = tryHold(folder)) {
      return free == null;
    } catch (IOException e) {
      throw notWritable(folder).causedBy(e);
    }
  }

  /// The folder itself.
  Path path() {
    return folder;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw notWritable(folder).causedBy(e);
    }
  }

  private static @Nullable DataFolder tryHold(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return null;
      }
      String process = Long.toString(ProcessHandle.current().pid());
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(process));
      held = true;
      return new DataFolder(folder, channel);
    } catch (OverlappingFileLockException e) {
      return null;
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private static String holder(Path folder) throws IOException {
    String process = Files.readString(folder.resolve("lock")).strip();
    return process.isEmpty() ? "" : " (process " + process + ")";
  }

  private static void makeWritable(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
      Files.delete(Files.createTempFile(folder, "write-test", ""));
    } catch (IOException e) {
      throw notWritable(folder).causedBy(e);
    }
  }

  private static Problem notWritable(Path folder) {
    Optional<String> image = Optional.ofNullable(System.getProperty("knowhow.image"));
    String user = user();
    String fix =
        image.isPresent()
            ? "Fix, for a volume named knowhow-data: docker run --rm -u 0 -v knowhow-data:"
                + folder
                + " --entrypoint chown "
                + image.get()
                + " -R "
                + user
                + " "
                + folder
                + "   For a folder of the host: sudo chown -R "
                + user
                + " THE-FOLDER"
            : "Fix: sudo chown -R " + user + " " + folder + "   or choose another --data FOLDER.";
    return Problem.at(
        Kind.UNAVAILABLE,
        folder.toString(),
        "The data folder cannot be written by user " + user + ".",
        fix);
  }

  /// The user by number, since the name inside a container means nothing outside of it.
  private static String user() {
    try {
      Path self = Path.of("/proc/self");
      return Files.getAttribute(self, "unix:uid") + ":" + Files.getAttribute(self, "unix:gid");
    } catch (IOException | UnsupportedOperationException e) {
      return System.getProperty("user.name");
    }
  }
}
