package dev.knowhow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/// Starts a server with throw-away data, does there what a new owner does first, and stops: so the
/// JVM learns for its AOT cache which classes a start and the first pages need. Part of the build.
@Command(name = "train", hidden = true, description = "Warms up for an AOT cache and stops.")
final class TrainCommand implements Callable<Integer> {
  private static final int MOST_PAGES = 40;
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern WELCOME = Pattern.compile("/welcome");
  private static final Pattern ADD = Pattern.compile("/tools");
  private static final Pattern RUN = Pattern.compile("/tools/[^/]+/runs");
  private static final Map<String, String> OWNER =
      Map.of(
          "name", "Ada",
          "email", "ada@example.com",
          "password", "a password of a training run",
          "zone", "UTC");

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
    boolean ran;
    try (DataFolder _ = DataFolder.hold(settings.data());
        Assembly assembly = Assembly.open(settings, surroundings.home());
        Visitor visitor = new Visitor()) {
      ran = visitAsFarAsItGoes(visitor, assembly);
      awaitWorkersCache();
    } finally {
      delete(data);
    }
    surroundings.out().println(ran ? "Trained up to a result." : "Trained without a run.");
    return 0;
  }

  /// A visit that breaks off has taught less, which is no reason to have no cache at all.
  private boolean visitAsFarAsItGoes(Visitor visitor, Assembly assembly)
      throws InterruptedException {
    try {
      return visit(visitor, assembly);
    } catch (IOException e) {
      surroundings.err().println("knowhow: the visit broke off: " + e);
      return false;
    }
  }

  /// From the first page to a result with sample answers; true if it came so far.
  private static boolean visit(Visitor visitor, Assembly assembly)
      throws IOException, InterruptedException {
    URI address = assembly.address();
    visitor.open(address.resolve("/health"));
    SeenPage welcome = visitor.open(address.resolve("/"));
    Optional<SeenPage.Form> owner = welcome.form(WELCOME);
    if (owner.isEmpty()) {
      return false;
    }
    SeenPage home = visitor.send(filled(owner.get(), assembly.setupCode().orElse("")));
    Optional<SeenPage.Form> add = home.form(ADD);
    if (add.isEmpty()) {
      return false;
    }
    SeenPage tool = visitor.send(add.get());
    Optional<SeenPage.Form> run = tool.form(RUN);
    if (run.isEmpty()) {
      return false;
    }
    SeenPage started = visitor.send(with(run.get(), "answers", "sample"));
    boolean ended = awaitEnd(visitor, started);
    wander(visitor, visitor.open(started.at()));
    return ended;
  }

  private static SeenPage.Form filled(SeenPage.Form form, String code) {
    List<SeenPage.Field> fields = new ArrayList<>();
    for (SeenPage.Field field : form.fields()) {
      String typed = field.name().equals("code") ? code : OWNER.get(field.name());
      fields.add(typed == null ? field : new SeenPage.Field(field.name(), typed));
    }
    SeenPage.Form sent = new SeenPage.Form(form.action(), form.multipart(), fields);
    boolean chosen =
        fields.stream().anyMatch(f -> f.name().equals("trade") && !f.value().isEmpty());
    return chosen ? sent : with(sent, "trade", "dental");
  }

  private static SeenPage.Form with(SeenPage.Form form, String name, String value) {
    List<SeenPage.Field> fields = new ArrayList<>(form.fields());
    fields.add(new SeenPage.Field(name, value));
    return new SeenPage.Form(form.action(), form.multipart(), fields);
  }

  private static boolean awaitEnd(Visitor visitor, SeenPage started)
      throws IOException, InterruptedException {
    if (!started.at().getPath().startsWith("/runs/")) {
      return false;
    }
    // the stream of news ends with the run
    visitor.open(started.at().resolve(started.at().getPath() + "/events"));
    return true;
  }

  /// Opens whatever is linked, breadth first, but nothing twice.
  private static void wander(Visitor visitor, SeenPage from)
      throws IOException, InterruptedException {
    Set<URI> known = new HashSet<>(Set.of(from.at()));
    List<URI> ahead = new ArrayList<>(from.links());
    for (int next = 0; next < ahead.size() && known.size() < MOST_PAGES; next++) {
      URI page = ahead.get(next);
      if (from.at().getAuthority().equals(page.getAuthority()) && known.add(page)) {
        ahead.addAll(visitor.open(page).links());
      }
    }
  }

  /// The first worker's start-up cache is made aside; a stop before it is there would lose it.
  private static void awaitWorkersCache() throws InterruptedException {
    String folder = System.getProperty("knowhow.aot.dir", "");
    for (Duration waited = Duration.ZERO;
        !folder.isEmpty() && !hasWorkersCache(Path.of(folder)) && waited.compareTo(PATIENCE) < 0;
        waited = waited.plus(GLANCE)) {
      Thread.sleep(GLANCE);
    }
  }

  private static boolean hasWorkersCache(Path folder) {
    try (var files = Files.newDirectoryStream(folder, "worker-*.aot")) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
