package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import dev.knowhow.store.BackupBeforeUpgrade;
import dev.knowhow.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Puts a backup in the place of the database. A running server does it itself: it closes, swaps
/// and opens again within seconds.
@Command(name = "restore", description = "Puts a backup in the place of the database.")
final class RestoreCommand implements Callable<Integer> {
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Surroundings surroundings;

  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "FILE", description = "A file that backup has written.")
  private String file = "";

  RestoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = place.settings(surroundings, null);
    BackupCommand.refusePostgres(settings, "pg_restore --clean --dbname=YOUR-DATABASE " + file);
    Path backup = surroundings.here().resolve(file);
    BackupStore.newestMigration(backup);
    RestoreDesk desk = new RestoreDesk(settings.data());
    if (DataFolder.inUse(settings.data())) {
      desk.ask(backup, surroundings.clock().instant());
      awaitAnswer(desk);
    } else {
      try (DataFolder _ = DataFolder.hold(settings.data())) {
        desk.ask(backup, surroundings.clock().instant());
        settle(settings, desk);
      }
    }
    desk.withdraw();
    surroundings
        .out()
        .println(
            "Restored from "
                + backup
                + ". The database before it is kept as replaced-*.db in "
                + settings.data()
                + ".");
    surroundings.out().println(BackupCommand.keyNote(settings));
    return 0;
  }

  /// Swaps and opens the restored database once, which brings it up to date; one that does not open
  /// is put aside again.
  private void settle(Settings settings, RestoreDesk desk) {
    Path replaced = desk.swap();
    BackupBeforeUpgrade none = BackupBeforeUpgrade.none();
    try (Database _ = Database.open(settings.database(), none)) {
      desk.answer("");
    } catch (Problem e) {
      desk.undo(replaced);
      desk.withdraw();
      throw e;
    }
  }

  private void awaitAnswer(RestoreDesk desk) throws InterruptedException {
    surroundings.out().println("Asking the running server to restore ...");
    for (Duration waited = Duration.ZERO; !desk.answered(); waited = waited.plus(GLANCE)) {
      if (waited.compareTo(PATIENCE) > 0) {
        desk.withdraw();
        throw Problem.of(
            Kind.UNAVAILABLE,
            "The running server did not answer within 3 minutes.",
            "Stop it and restore again; a restore works without a server as well.");
      }
      Thread.sleep(GLANCE);
    }
    String fault = desk.answer();
    if (!fault.isEmpty()) {
      desk.withdraw();
      throw Problem.of(
          Kind.FAILED, "The backup was not taken, the database is as it was: " + fault, "");
    }
  }
}
