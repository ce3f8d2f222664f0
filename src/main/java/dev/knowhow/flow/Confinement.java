package dev.knowhow.flow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the system offers to put around a worker: namespaces without a network and with a read-only
/// view of the few folders it needs, or at least no new privileges.
///
/// Everything is tried once with a program that does nothing; what the system does not permit is
/// left out. The worker's safety does not rest on it.
final class Confinement {
  private static final List<String> NOTHING = List.of("true");

  private Confinement() {}

  /// The words to put before the worker's command.
  static List<String> of(WorkerPlace place, Path java, Path emptyFolder) {
    List<String> bubble = bubble(place, java, emptyFolder);
    if (works(bubble, List.of(java.toString(), "-Xshare:auto", "-Xmx16m", "-version"))) {
      return bubble;
    }
    List<String> around = new ArrayList<>();
    for (List<String> next :
        List.of(
            List.of("unshare", "--net", "--"),
            List.of("unshare", "--user", "--map-current-user", "--net", "--"))) {
      if (works(next, NOTHING)) {
        around.addAll(next);
        break;
      }
    }
    List<String> privileges = new ArrayList<>(around);
    privileges.addAll(List.of("setpriv", "--no-new-privs", "--"));
    return works(privileges, NOTHING) ? privileges : around;
  }

  private static List<String> bubble(WorkerPlace place, Path java, Path emptyFolder) {
    List<String> words = new ArrayList<>(List.of("bwrap", "--unshare-all", "--die-with-parent"));
    List<Path> seen = new ArrayList<>();
    for (String folder : List.of("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache")) {
      seen.add(Path.of(folder));
    }
    Path bin = java.getParent();
    Path home = bin == null ? null : bin.getParent();
    if (home != null) {
      seen.add(home);
    }
    if (!place.jars().isEmpty() && place.jars().getFirst().getParent() instanceof Path lib) {
      seen.add(lib);
    }
    place.cacheFolder().ifPresent(folder -> seen.add(folder.toAbsolutePath()));
    for (Path folder : seen) {
      words.addAll(List.of("--ro-bind-try", folder.toString(), folder.toString()));
    }
    words.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
    words.addAll(List.of("--dir", emptyFolder.toString(), "--chdir", emptyFolder.toString()));
    words.add("--");
    return words;
  }

  private static boolean works(List<String> around, List<String> program) {
    List<String> command = new ArrayList<>(around);
    command.addAll(program);
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().clear();
      Process process = builder.start();
      process.getOutputStream().close();
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
