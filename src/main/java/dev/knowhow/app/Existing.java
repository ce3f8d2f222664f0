package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import dev.knowhow.store.Database;

/// A database that a command works on beside its server.
final class Existing {
  private Existing() {}

  /// Opening a database would make it where there is none, and change its tables where an older
  /// server is still working with them.
  static void refuseWithout(Settings settings) {
    if (settings.databaseUrl().isPresent()) {
      return;
    }
    if (!settings.databaseFile().toFile().exists()) {
      throw Problem.at(
          Problem.Kind.NOT_FOUND,
          settings.databaseFile().toString(),
          "There is no database.",
          "Name the data folder with --data FOLDER.");
    }
    if (Database.needsUpgrade(settings.database())) {
      throw Problem.of(
          Problem.Kind.CONFLICT,
          "The database is from an older version of Knowhow.",
          "Start this version once, which backs it up and upgrades it; then try again.");
    }
  }
}
