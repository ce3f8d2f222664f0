package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts the server and keeps it until the process is asked to stop; in between it may be closed
/// and opened again around a restore.
@Command(name = "start", description = "Starts the server.")
final class StartCommand implements Callable<Integer> {
  private static final Duration GLANCE = Duration.ofMillis(500);

  private final Surroundings surroundings;

  @Mixin private Place place = new Place();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 0 for any free one. Default: KNOWHOW_PORT, or 7070.")
  private @Nullable String port;

  StartCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = place.settings(surroundings, port);
    for (String name : Settings.unknown(surroundings.environment())) {
      surroundings.err().println("knowhow: there is no setting " + name + "; it is left aside.");
    }
    Stopping stopping = Stopping.bySignal();
    try (DataFolder folder = DataFolder.hold(settings.data())) {
      RestoreDesk desk = new RestoreDesk(folder.path());
      boolean stopped = false;
      while (!stopped) {
        try (Assembly assembly = open(settings, desk)) {
          announce(assembly, surroundings.out());
          stopped = stopping.await(GLANCE);
          while (!stopped && !desk.asked()) {
            stopped = stopping.await(GLANCE);
          }
        }
      }
    } finally {
      stopping.closed();
    }
    return 0;
  }

  /// Opens the server, after a restore that was asked for. A restored database that does not open
  /// is put aside again and the one before it is opened.
  private Assembly open(Settings settings, RestoreDesk desk) {
    if (!desk.asked()) {
      return Assembly.open(settings, surroundings.home());
    }
    Path replaced = desk.swap();
    try {
      Assembly assembly = Assembly.open(settings, surroundings.home());
      desk.answer("");
      return assembly;
    } catch (Problem e) {
      desk.undo(replaced);
      desk.answer(e.what() + " " + e.hint());
      return Assembly.open(settings, surroundings.home());
    }
  }

  private static void announce(Assembly assembly, PrintWriter out) {
    out.println("Knowhow is ready: " + assembly.address());
    assembly
        .setupCode()
        .ifPresent(code -> out.println("First visit? The code for the owner's page is " + code));
    out.println("Stop it with Ctrl-C.");
  }
}
