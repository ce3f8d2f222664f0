package dev.knowhow.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Starts a server with throw-away data, visits its pages and stops: so the JVM learns for its AOT
/// cache which classes a start and the first pages need. Part of the build.
@Command(name = "train", hidden = true, description = "Warms up for an AOT cache and stops.")
final class TrainCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  TrainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("knowhow-train");
    Map<String, String> environment =
        Map.of(Settings.DATA.name(), data.toString(), Settings.PORT.name(), "0");
    Settings settings = Settings.read(environment, surroundings.home());
    try (DataFolder _ = DataFolder.hold(settings.data());
        Assembly assembly = Assembly.open(settings);
        HttpClient client = HttpClient.newHttpClient()) {
      visit(client, assembly.address().resolve("/health"));
    } finally {
      delete(data);
    }
    return 0;
  }

  private static void visit(HttpClient client, URI page) throws IOException, InterruptedException {
    client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
