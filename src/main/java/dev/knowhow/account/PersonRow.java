package dev.knowhow.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How rows keep a person: the columns `id`, `name`, `role`, `decides` and `client_id`.
final class PersonRow {
  private PersonRow() {}

  static Actor actor(ResultSet row) throws SQLException {
    return new Actor(
        row.getString("id"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        decides(row.getString("decides")),
        Optional.ofNullable(row.getString("client_id")));
  }

  /// The approver roles, which are kept as lines.
  static Set<String> decides(String lines) {
    return lines.lines().collect(Collectors.toUnmodifiableSet());
  }

  static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  static String lines(Set<String> decides) {
    return decides.stream().sorted().collect(Collectors.joining("\n"));
  }
}
