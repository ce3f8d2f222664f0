package dev.knowhow.app;

import dev.knowhow.eval.Figures;
import dev.knowhow.eval.Reports;
import dev.knowhow.eval.TemplateCheck;
import dev.knowhow.flow.WorkerState;
import dev.knowhow.gallery.TemplateCard;
import dev.knowhow.gallery.Templates;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Definition;
import dev.knowhow.value.Value;
import dev.knowhow.web.Health;
import dev.knowhow.web.TemplateProofs;
import dev.knowhow.web.Web;
import dev.knowhow.web.WebSettings;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server: the rooms, the pages before them, and what goes on in the background.
final class Assembly implements AutoCloseable {
  /// A call that was held for longer than this belongs to a process that is gone.
  private static final Duration LONGEST_CALL = Duration.ofHours(1);

  private static final Duration LONGEST_END = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

  private final Rooms rooms;
  private final ExecutorService background;
  private final Web web;

  private Assembly(Rooms rooms, ExecutorService background, Web web) {
    this.rooms = rooms;
    this.background = background;
    this.web = web;
  }

  /// Builds everything, starts to answer, and takes up the runs that a stop or a kill left.
  ///
  /// @param home the folder of the program, where `verticals` lies
  static Assembly open(Settings settings, Path home) {
    Rooms rooms = Rooms.open(settings);
    ExecutorService background =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("background").factory());
    // what is computed ahead would take the processors from the start
    CountDownLatch started = new CountDownLatch(1);
    var _ = background.submit(() -> started.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS));
    try {
      Web web = Web.start(doors(rooms, home, background), pages(settings));
      rooms.takeUp(settings.databaseUrl().isEmpty());
      rooms.ledger().giveUpOlderThan(LONGEST_CALL);
      started.countDown();
      return new Assembly(rooms, background, web);
    } catch (JavalinBindException e) {
      end(rooms, background);
      throw portTaken(settings).causedBy(e);
    } catch (RuntimeException e) {
      end(rooms, background);
      throw e;
    }
  }

  /// What goes on in the background reads the database, so it ends first.
  private static void end(Rooms rooms, ExecutorService background) {
    background.shutdownNow();
    try {
      if (!background.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("Something in the background did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    rooms.close();
  }

  private static Problem portTaken(Settings settings) {
    return Problem.at(
        Problem.Kind.CONFLICT,
        settings.bind() + ":" + settings.port(),
        "The server can't listen there: another program does, or this computer has no such address.",
        "Start it with another --port N, or stop the other program.");
  }

  private static dev.knowhow.web.Rooms doors(Rooms rooms, Path home, ExecutorService background) {
    Templates templates =
        Templates.read(home.resolve("verticals"), Workshop.reader(rooms.documents()));
    TemplateCheck examples = new TemplateCheck(rooms.rehearsal());
    Figures figures = new Figures(examples, rooms.estimates(), background);
    background.execute(rooms.flows()::prepare);
    for (TemplateCard card : templates.list()) {
      Definition definition = templates.definition(card.vertical(), card.id());
      background.execute(() -> rooms.estimates().of(definition, Value.noFields()));
    }
    templates.list().forEach(card -> proof(templates, figures, card.path()));
    return new dev.knowhow.web.Rooms(
        rooms.accounts(),
        templates,
        rooms.tools(),
        rooms.drafts(),
        rooms.runs(),
        rooms.previews(),
        rooms.documents(),
        rooms.connections(),
        rooms.models(),
        rooms.ledger(),
        path -> proof(templates, figures, path),
        new Reports(examples),
        rooms.trials(),
        () -> health(rooms));
  }

  private static Optional<TemplateProofs.Proof> proof(
      Templates templates, Figures figures, String path) {
    List<String> parts = Arrays.asList(path.split("/", 2));
    return figures
        .of(templates.definition(parts.getFirst(), parts.getLast()))
        .map(found -> new TemplateProofs.Proof(found.caught(), found.planted(), found.cost()));
  }

  private static Health health(Rooms rooms) {
    WorkerState state = rooms.flows().state();
    String words =
        switch (state.condition()) {
          case NOT_STARTED -> "not started";
          case READY -> "ready";
          case BROKEN -> "broken: " + state.lastTrouble();
        };
    return new Health(
        rooms.database().healthy(), words, state.condition() != WorkerState.Condition.BROKEN);
  }

  private static WebSettings pages(Settings settings) {
    return new WebSettings(
        settings.bind(),
        settings.port(),
        settings.publicUrl(),
        Main.version(),
        "development".equals(Main.version()),
        WebSettings.USUAL_REQUESTS_PER_MINUTE);
  }

  /// Where the server is reached from this computer.
  URI address() {
    return URI.create("http://localhost:" + web.port());
  }

  /// The one-time code for the first owner's page; empty once there is an owner.
  Optional<String> setupCode() {
    return rooms.accounts().hasOwner() ? Optional.empty() : Optional.of(rooms.setupCode().shown());
  }

  @Override
  public void close() {
    web.close();
    end(rooms, background);
  }
}
