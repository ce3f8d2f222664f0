package dev.knowhow.store;

import java.nio.file.Path;
import java.util.Optional;

/// Says where an existing database is copied to before a newer program changes its tables.
@FunctionalInterface
public interface BackupBeforeUpgrade {

  /// The file to write, or empty for no copy; it must not exist yet.
  ///
  /// @param from the version of the tables as they are
  /// @param to the version that they will have
  Optional<Path> fileFor(String from, String to);

  /// No copy: for tests, and where the operator has made one.
  static BackupBeforeUpgrade none() {
    return (_, _) -> Optional.empty();
  }

  /// A copy into a folder, named by both versions and the time in milliseconds.
  static BackupBeforeUpgrade into(Path folder, java.time.InstantSource clock) {
    return (from, to) ->
        Optional.of(
            folder.resolve(
                "before-upgrade-from-" + from + "-to-" + to + "-" + clock.millis() + ".db"));
  }
}
