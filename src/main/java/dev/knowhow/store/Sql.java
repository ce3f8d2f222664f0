package dev.knowhow.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A statement with named parameters, read once and used often: for the transactions of which every
/// run makes many. Jdbi reads and configures a statement anew for each use, which costs more than
/// SQLite needs to execute it.
///
/// Immutable and thread-safe; each use belongs to one thread.
public final class Sql {
  private static final Pattern NAME = Pattern.compile("'[^']*'|(?<!:):([a-zA-Z][a-zA-Z0-9]*)");

  private final String written;
  private final String text;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final int[] places;

  private Sql(String written) {
    this.written = written;
    List<Integer> order = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher found = NAME.matcher(written);
    while (found.find()) {
      String name = found.group(1);
      if (name == null) {
        found.appendReplacement(plain, Matcher.quoteReplacement(found.group()));
      } else {
        found.appendReplacement(plain, "?");
        order.add(names.computeIfAbsent(name, _ -> names.size()));
      }
    }
    found.appendTail(plain);
    this.text = plain.toString();
    this.places = order.stream().mapToInt(Integer::intValue).toArray();
  }

  /// A statement as it is written, with `:name` where a value goes.
  public static Sql of(String written) {
    return new Sql(written);
  }

  /// A use of the statement in a transaction.
  public Use on(Handle handle) {
    return new Use(this, handle);
  }

  /// Reads one row of an answer.
  @FunctionalInterface
  public interface Reading<T> {

    /// What the row says; the row is on its place already.
    T of(ResultSet row) throws SQLException;
  }

  /// One use: values for the names, then one of the methods that execute it.
  public static final class Use {
    private static final Object MISSING = new Object();

    private final Sql sql;
    private final Handle handle;
    private final @Nullable Object[] values;

    private Use(Sql sql, Handle handle) {
      this.sql = sql;
      this.handle = handle;
      this.values = new @Nullable Object[sql.names.size()];
      Arrays.fill(values, MISSING);
    }

    /// Gives a name its value: a text, a whole number, bytes, or nothing.
    ///
    /// @throws IllegalArgumentException if the statement has no such name
    public Use bind(String name, @Nullable Object value) {
      Integer index = sql.names.get(name);
      if (index == null) {
        throw new IllegalArgumentException("no :" + name + " in " + sql.written);
      }
      values[index] = value;
      return this;
    }

    /// Executes a change, and says how many rows it changed.
    public int execute() {
      return prepared(PreparedStatement::executeUpdate);
    }

    /// The rows of the answer in their order.
    public <T> List<T> list(Reading<T> reading) {
      return prepared(statement -> {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            all.add(reading.of(rows));
          }
        }
        return all;
      });
    }

    /// What the first row of the answer says; empty where there is none, or nothing is said in it.
    public <T> Optional<T> first(Reading<T> reading) {
      return prepared(statement -> {
        try (ResultSet rows = statement.executeQuery()) {
          return rows.next() ? Optional.ofNullable(reading.of(rows)) : Optional.empty();
        }
      });
    }

    /// The whole number in the first column of an answer of one row.
    ///
    /// @throws IllegalStateException if there is no row
    public long number() {
      return first(row -> row.getLong(1))
          .orElseThrow(() -> new IllegalStateException("no row for " + sql.written));
    }

    private <T> T prepared(Work<T> work) {
      try {
        if (!(handle.getStatementBuilder() instanceof KeptStatements kept)) {
          try (PreparedStatement fresh = handle.getConnection().prepareStatement(sql.text)) {
            fill(fresh);
            return work.with(fresh);
          }
        }
        return keeping(kept, work);
      } catch (SQLException e) {
        throw new StatementFailed(sql.written, e);
      }
    }

    /// Uses a statement that is kept for the next use, unless this one fails.
    private <T> T keeping(KeptStatements kept, Work<T> work) throws SQLException {
      PreparedStatement statement = kept.take(sql.text);
      boolean whole = false;
      try {
        fill(statement);
        T result = work.with(statement);
        whole = true;
        return result;
      } finally {
        if (whole) {
          kept.giveBack(sql.text, statement);
        } else {
          statement.close();
        }
      }
    }

    private void fill(PreparedStatement statement) throws SQLException {
      for (int place = 0; place < sql.places.length; place++) {
        switch (values[sql.places[place]]) {
          case null -> statement.setObject(place + 1, null);
          case String text -> statement.setString(place + 1, text);
          case Long number -> statement.setLong(place + 1, number);
          case Integer number -> statement.setInt(place + 1, number);
          case byte[] bytes -> statement.setBytes(place + 1, bytes);
          default ->
              throw new IllegalArgumentException(
                  "a value is missing, or of a kind that is not kept, in " + sql.written);
        }
      }
    }

    @FunctionalInterface
    private interface Work<T> {
      T with(PreparedStatement statement) throws SQLException;
    }
  }

  /// A statement that the database refused, with its own reason.
  private static final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StatementFailed(String sql, SQLException cause) {
      super(cause.getMessage() + " in: " + sql, cause);
    }
  }
}
