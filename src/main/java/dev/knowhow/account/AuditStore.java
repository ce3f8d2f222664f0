package dev.knowhow.account;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of the audit trail.
final class AuditStore {
  private static final String INSERT =
      """
      INSERT INTO audit_trail (id, at, person_id, person_name, what, affected)
      VALUES (:id, :at, :personId, :personName, :what, :affected)
      """;
  private static final String NEWEST =
      """
      SELECT at, person_id, person_name, what, affected FROM audit_trail
      ORDER BY at DESC, id DESC LIMIT :atMost
      """;

  void insert(Handle handle, String id, AuditEntry entry) {
    handle
        .createUpdate(INSERT)
        .bind("id", id)
        .bind("at", entry.at().toEpochMilli())
        .bind("personId", entry.personId())
        .bind("personName", entry.personName())
        .bind("what", entry.what())
        .bind("affected", entry.on())
        .execute();
  }

  List<AuditEntry> newest(Handle handle, int atMost) {
    return handle
        .createQuery(NEWEST)
        .bind("atMost", atMost)
        .map((row, _) ->
            new AuditEntry(
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("person_id"),
                row.getString("person_name"),
                row.getString("what"),
                row.getString("affected")))
        .list();
  }
}
