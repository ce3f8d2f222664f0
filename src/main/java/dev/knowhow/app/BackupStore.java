package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Backups of the SQLite database: one file each, itself a whole SQLite database.
///
/// Works on the files alone, so that it does the same whether a server runs or not. SQLite takes
/// the copy as of one moment, while others read and write.
final class BackupStore {
  private static final String INTACT =
      """
      PRAGMA integrity_check(1)
      """;
  private static final String NEWEST_MIGRATION =
      """
      SELECT MAX(CAST(version AS INTEGER)) AS newest
      FROM schema_history
      WHERE success = 1
      """;

  private static final String COPY =
      """
      VACUUM INTO ?
      """;

  private BackupStore() {}

  /// Writes a backup of `database` to `file`, which must not exist yet.
  ///
  /// @return the size in bytes; what was written has been read back and is intact
  static long write(Path database, Path file) {
    if (!Files.isRegularFile(database)) {
      throw Problem.at(
          Kind.NOT_FOUND,
          database.toString(),
          "There is no database to back up.",
          "Start Knowhow once, or name its data folder with --data FOLDER.");
    }
    if (Files.exists(file)) {
      throw Problem.at(
          Kind.CONFLICT, file.toString(), "This file exists already.", "Choose another name.");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (Connection connection = open(database);
          PreparedStatement copy = connection.prepareStatement(COPY)) {
        copy.setString(1, part.toString());
        copy.execute();
      }
      newestMigration(part);
      force(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return Files.size(file);
    } catch (SQLException | IOException e) {
      throw Problem.at(
              Kind.UNAVAILABLE,
              file.toString(),
              "The backup could not be written: " + e.getMessage(),
              "Is there room on the disk, and may this user write there? Nothing was changed.")
          .causedBy(e);
    } finally {
      part.toFile().delete();
    }
  }

  /// The number of the newest migration in a backup that is intact.
  ///
  /// @throws Problem where the file is no Knowhow database or is damaged
  static int newestMigration(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Problem.at(
          Kind.NOT_FOUND, file.toString(), "There is no such file.", "Check the name.");
    }
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      try (ResultSet result = statement.executeQuery(INTACT)) {
        if (!result.next() || !"ok".equals(result.getString(1))) {
          throw damaged(file, "the integrity check says: " + result.getString(1));
        }
      }
      try (ResultSet result = statement.executeQuery(NEWEST_MIGRATION)) {
        int newest = result.next() ? result.getInt("newest") : 0;
        if (newest > 0) {
          return newest;
        }
        throw damaged(file, "it holds no version of Knowhow's tables");
      }
    } catch (SQLException e) {
      throw damaged(file, String.valueOf(e.getMessage())).causedBy(e);
    }
  }

  private static Problem damaged(Path file, String how) {
    return Problem.at(
        Kind.BAD_INPUT,
        file.toString(),
        "This is not a backup of Knowhow, or it is damaged: " + how + ".",
        "Use another backup. Nothing was changed.");
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=30000");
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
