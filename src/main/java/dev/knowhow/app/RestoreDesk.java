package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Where a restore is asked for and done: the folder `restore` in the data folder.
///
/// The command line lays the checked backup down as `incoming.db` and then writes `asked`. Whoever
/// holds the data folder (the running server, or the command itself) swaps the databases while
/// nothing has them open and writes `answer`. The database that was replaced is kept.
final class RestoreDesk {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path data;
  private final Path desk;

  RestoreDesk(Path data) {
    this.data = data;
    this.desk = data.resolve("restore");
  }

  /// Lays `backup` down; nothing happens to the database yet.
  ///
  /// @param now names the place where the replaced database will be kept
  void ask(Path backup, Instant now) {
    try {
      Files.createDirectories(desk);
      withdraw();
      Path part = desk.resolve("incoming.part");
      Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, incoming(), StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(desk.resolve("asked.part"), "replaced-" + STAMP.format(now) + ".db");
      Files.move(desk.resolve("asked.part"), asking(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw stuck(e);
    }
  }

  /// True when somebody asked and nobody has answered.
  boolean asked() {
    return Files.exists(asking());
  }

  /// Swaps the databases. The caller holds the data folder and has the database closed.
  ///
  /// A swap that a crash cut short is finished by the next call: every move happens only where its
  /// file is still there.
  ///
  /// @return where the replaced database lies now
  Path swap() {
    try {
      Path replaced = data.resolve(Files.readString(asking()).strip());
      if (Files.exists(incoming())) {
        move(database(), replaced);
        Files.move(incoming(), database(), StandardCopyOption.ATOMIC_MOVE);
      }
      return replaced;
    } catch (IOException e) {
      throw stuck(e);
    }
  }

  /// Puts the replaced database back after the restored one turned out not to open.
  void undo(Path replaced) {
    try {
      move(database(), desk.resolve("refused.db"));
      move(replaced, database());
    } catch (IOException e) {
      throw stuck(e);
    }
  }

  /// Moves a database with its write-ahead log, which holds its newest changes, the log first. A
  /// log left behind would be played into the database that comes next.
  private static void move(Path from, Path to) throws IOException {
    Path log = from.resolveSibling(from.getFileName() + "-wal");
    if (Files.exists(log)) {
      Path moved = to.resolveSibling(to.getFileName() + "-wal");
      Files.move(log, moved, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(from.resolveSibling(from.getFileName() + "-shm"));
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Answers whoever asked; an empty text says that it was done.
  void answer(String fault) {
    try {
      Files.deleteIfExists(asking());
      Path part = desk.resolve("answer.part");
      Files.writeString(part, fault);
      Files.move(part, desk.resolve("answer"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw stuck(e);
    }
  }

  /// True once the answer is there.
  boolean answered() {
    return Files.exists(desk.resolve("answer"));
  }

  /// The answer; empty text says that it was done.
  String answer() {
    try {
      return Files.readString(desk.resolve("answer"));
    } catch (IOException e) {
      throw stuck(e);
    }
  }

  /// Takes back what lies on the desk.
  void withdraw() {
    try {
      for (String name : new String[] {"asked", "answer", "incoming.db", "incoming.part"}) {
        Files.deleteIfExists(desk.resolve(name));
      }
    } catch (IOException e) {
      throw stuck(e);
    }
  }

  private Path database() {
    return data.resolve("knowhow.db");
  }

  private Path asking() {
    return desk.resolve("asked");
  }

  private Path incoming() {
    return desk.resolve("incoming.db");
  }

  private Problem stuck(Exception e) {
    return Problem.at(
            Kind.UNAVAILABLE,
            desk.toString(),
            "The restore could not go on: " + e.getMessage(),
            "Is there room on the disk, and may this user write there? The database in use is"
                + " knowhow.db, a replaced one is replaced-*.db beside it.")
        .causedBy(e);
  }
}
