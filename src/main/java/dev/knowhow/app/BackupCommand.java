package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Writes the whole database to one file, while the server runs or not.
@Command(name = "backup", description = "Writes the whole database to one file.")
final class BackupCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  private String file = "";

  BackupCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Settings settings = place.settings(surroundings, null);
    refusePostgres(settings, "pg_dump --format=custom --file=" + file + " YOUR-DATABASE");
    Path target = surroundings.here().resolve(file);
    long bytes = BackupStore.write(settings.databaseFile(), target);
    surroundings
        .out()
        .println("Written: " + target + " (" + bytes / 1024 + " KB), read back and intact.");
    surroundings.out().println(keyNote(settings));
    return 0;
  }

  /// Says which key opens the secrets of a backup.
  static String keyNote(Settings settings) {
    String key =
        settings.key().isPresent()
            ? "the setting " + Settings.KEY.name()
            : "the file " + settings.data().resolve("key");
    return "The sealing key is not in it: keep "
        + key
        + " in another safe place. Without it the stored model keys cannot be read.";
  }

  /// Stops where the database is PostgreSQL, whose own tools do this better.
  static void refusePostgres(Settings settings, String instead) {
    if (settings.databaseUrl().isPresent()) {
      throw Problem.of(
          Kind.BAD_INPUT,
          Settings.DATABASE_URL.name() + " is set, so the database is PostgreSQL.",
          "Use its own tool: " + instead);
    }
  }
}
