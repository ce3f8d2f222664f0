package dev.knowhow.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A person as the columns `id`, `name`, `role`, `decides` and `client_id` keep one.
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

  static String lines(Set<String> decides) {
    return decides.stream().sorted().collect(Collectors.joining("\n"));
  }
}
