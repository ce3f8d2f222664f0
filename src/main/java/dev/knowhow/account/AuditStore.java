package dev.knowhow.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The table of the audit trail.
final class AuditStore {
  private static final String INSERT =
      """
      INSERT INTO audit_trail (id, at, person_id, person_name, kind, what, affected)
      VALUES (:id, :at, :personId, :personName, :kind, :what, :affected)
      """;
  private static final String NEWEST =
      """
      SELECT at, person_id, person_name, kind, what, affected FROM audit_trail
      WHERE (:person = '' OR person_id = :person OR affected = :person)
        AND (:kind = '' OR kind = :kind)
      ORDER BY at DESC, id DESC LIMIT :atMost OFFSET :from
      """;
  private static final String OLDEST =
      """
      SELECT at, person_id, person_name, kind, what, affected FROM audit_trail
      WHERE (:person = '' OR person_id = :person OR affected = :person)
        AND (:kind = '' OR kind = :kind)
      ORDER BY at, id LIMIT :atMost OFFSET :from
      """;
  private static final String COUNT =
      """
      SELECT COUNT(*) FROM audit_trail
      WHERE (:person = '' OR person_id = :person OR affected = :person)
        AND (:kind = '' OR kind = :kind)
      """;
  private static final String PEOPLE =
      """
      SELECT person_id, person_name, MAX(at) AS last_at FROM audit_trail
      GROUP BY person_id, person_name ORDER BY last_at
      """;

  void insert(Handle handle, String id, AuditEntry entry) {
    handle
        .createUpdate(INSERT)
        .bind("id", id)
        .bind("at", entry.at().toEpochMilli())
        .bind("personId", entry.personId())
        .bind("personName", entry.personName())
        .bind("kind", entry.kind().name())
        .bind("what", entry.what())
        .bind("affected", entry.on())
        .execute();
  }

  List<AuditEntry> newest(Handle handle, AuditFilter filter, int atMost, long from) {
    return some(filtered(handle, NEWEST, filter), atMost, from);
  }

  List<AuditEntry> oldest(Handle handle, AuditFilter filter, int atMost, long from) {
    return some(filtered(handle, OLDEST, filter), atMost, from);
  }

  long count(Handle handle, AuditFilter filter) {
    return filtered(handle, COUNT, filter).mapTo(Long.class).one();
  }

  /// Who ever did something, by id, with the latest name.
  Map<String, String> people(Handle handle) {
    Map<String, String> people = new HashMap<>();
    handle
        .createQuery(PEOPLE)
        .map((row, _) -> Map.entry(row.getString("person_id"), row.getString("person_name")))
        .forEach(one -> people.put(one.getKey(), one.getValue()));
    return people;
  }

  private static Query filtered(Handle handle, String sql, AuditFilter filter) {
    return handle
        .createQuery(sql)
        .bind("person", filter.personId().orElse(""))
        .bind("kind", filter.kind().map(AuditKind::name).orElse(""));
  }

  private static List<AuditEntry> some(Query query, int atMost, long from) {
    return query.bind("atMost", atMost).bind("from", from).map((row, _) -> entry(row)).list();
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("person_id"),
        row.getString("person_name"),
        AuditKind.valueOf(row.getString("kind")),
        row.getString("what"),
        row.getString("affected"));
  }
}
