package dev.knowhow.store;

import dev.knowhow.problem.Problem;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns what a database driver throws into something the operator can act on, where it is about
/// the disk, the file or the server and not about our statement.
final class Faults {
  private Faults() {}

  /// The problem behind an exception, or the exception itself where it is a bug of ours.
  static RuntimeException told(RuntimeException thrown) {
    if (thrown instanceof Problem) {
      return thrown;
    }
    return problemIn(thrown).map(problem -> (RuntimeException) problem).orElse(thrown);
  }

  /// A problem for an exception of the driver outside a statement of ours.
  static RuntimeException told(SQLException thrown) {
    return problemIn(thrown)
        .map(problem -> (RuntimeException) problem)
        .orElseGet(() -> new IllegalStateException("the database driver failed", thrown));
  }

  /// Whether the transaction should be tried once more: another one was in its way.
  static boolean worthAnotherTry(Throwable thrown) {
    SQLException cause = sqlCause(thrown);
    String state = cause == null ? null : cause.getSQLState();
    return state != null && (state.equals("40001") || state.equals("40P01"));
  }

  static Optional<Problem> problemIn(Throwable thrown) {
    SQLException cause = sqlCause(thrown);
    if (cause == null) {
      return Optional.empty();
    }
    Optional<Problem> problem =
        cause instanceof SQLiteException sqlite
            ? ofSqlite(sqlite.getResultCode())
            : ofPostgres(cause.getSQLState());
    return problem.map(found -> found.causedBy(thrown));
  }

  private static @Nullable SQLException sqlCause(Throwable thrown) {
    SQLException found = null;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        found = sql;
      }
    }
    return found;
  }

  private static Optional<Problem> ofSqlite(SQLiteErrorCode code) {
    return switch (code.code & 0xff) {
      case 5, 6 ->
          unavailable(
              "The database is locked by another program.",
              "Nothing was changed. Close the program that has the file open, or wait until its"
                  + " backup is done, and try again.");
      case 13 ->
          unavailable(
              "The disk is full, so nothing could be saved.",
              "What was saved before is safe. Free some space on the disk of the data folder and"
                  + " try again.");
      case 8 ->
          unavailable(
              "The database can only be read, not changed.",
              "Give the user that runs Knowhow the right to write to the data folder and all files"
                  + " in it.");
      case 10 ->
          unavailable(
              "The disk failed while the database was read or written.",
              "Check the disk of the data folder and the space on it, then start Knowhow again.");
      case 11, 26 ->
          unavailable(
              "The database file is damaged, or is not a database of Knowhow.",
              "Stop Knowhow, keep the file, and restore the newest backup.");
      case 14 ->
          unavailable(
              "The database file can't be opened.",
              "Check that the data folder exists and that the user that runs Knowhow may read and"
                  + " write it.");
      default -> Optional.empty();
    };
  }

  private static Optional<Problem> ofPostgres(@Nullable String state) {
    if (state == null) {
      return Optional.empty();
    }
    if (state.startsWith("53")) {
      return unavailable(
          "PostgreSQL has no room left: its disk, its memory or its connections.",
          "Nothing was changed. Make room on the database server and try again.");
    }
    if (state.equals("25006")) {
      return unavailable(
          "PostgreSQL takes no changes: it is a read-only copy.",
          "Point KNOWHOW_DATABASE at the primary server.");
    }
    if (state.equals("28P01") || state.equals("28000") || state.equals("3D000")) {
      return unavailable(
          "PostgreSQL refused the connection: its user, password or database name.",
          "Check the address in KNOWHOW_DATABASE.");
    }
    if (state.startsWith("08") || state.startsWith("57P0")) {
      return unavailable(
          "PostgreSQL can't be reached.",
          "Check that the database server runs and that the address in KNOWHOW_DATABASE is right.");
    }
    return Optional.empty();
  }

  private static Optional<Problem> unavailable(String what, String hint) {
    return Optional.of(Problem.of(Problem.Kind.UNAVAILABLE, what, hint));
  }
}
