package dev.knowhow.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of people, as owners change it. A person who was removed keeps a row with the name,
/// for what the person did; nothing else of it is left.
final class PeopleStore {
  private static final String LIST =
      """
      SELECT id, name, email, role, decides, client_id, created_at, suspended_at FROM people
      WHERE removed_at IS NULL ORDER BY name, created_at, id
      """;
  private static final String ONE =
      """
      SELECT id, name, email, role, decides, client_id, created_at, suspended_at FROM people
      WHERE id = :id AND removed_at IS NULL
      """;
  private static final String NAME = "SELECT name FROM people WHERE id = :id";
  private static final String OF_CLIENT =
      """
      SELECT id, name, email, role, decides, client_id, created_at, suspended_at FROM people
      WHERE client_id = :clientId AND removed_at IS NULL ORDER BY name, created_at, id
      """;
  private static final String CHANGE =
      """
      UPDATE people SET role = :role, decides = :decides, client_id = :clientId
      WHERE id = :id AND removed_at IS NULL
      """;
  private static final String SUSPEND =
      "UPDATE people SET suspended_at = :now WHERE id = :id AND suspended_at IS NULL";
  private static final String LET_IN = "UPDATE people SET suspended_at = NULL WHERE id = :id";
  private static final String REMOVE =
      """
      UPDATE people SET removed_at = :now, email = :email, password_hash = '', decides = ''
      WHERE id = :id AND removed_at IS NULL
      """;
  private static final String END_SESSIONS = "DELETE FROM sessions WHERE person_id = :id";
  private static final String LOCK = "UPDATE workspace SET only_one = only_one";
  private static final String OWNERS =
      """
      SELECT COUNT(*) FROM people
      WHERE role = 'OWNER' AND suspended_at IS NULL AND removed_at IS NULL
      """;

  List<Member> list(Handle handle) {
    return handle.createQuery(LIST).map((row, _) -> member(row)).list();
  }

  Optional<Member> one(Handle handle, String id) {
    return handle.createQuery(ONE).bind("id", id).map((row, _) -> member(row)).findOne();
  }

  /// The name also of a person who was removed.
  Optional<String> name(Handle handle, String id) {
    return handle.createQuery(NAME).bind("id", id).mapTo(String.class).findOne();
  }

  List<Member> ofClient(Handle handle, String clientId) {
    return handle
        .createQuery(OF_CLIENT)
        .bind("clientId", clientId)
        .map((row, _) -> member(row))
        .list();
  }

  void change(Handle handle, String id, Rights rights) {
    handle
        .createUpdate(CHANGE)
        .bind("id", id)
        .bind("role", rights.role().name())
        .bind("decides", PersonRow.lines(rights.decides()))
        .bind("clientId", rights.clientId().orElse(null))
        .execute();
  }

  /// Whether the person could come in until now; ends the sessions either way.
  boolean suspend(Handle handle, String id, long now) {
    endSessions(handle, id);
    return handle.createUpdate(SUSPEND).bind("id", id).bind("now", now).execute() == 1;
  }

  void letIn(Handle handle, String id) {
    handle.createUpdate(LET_IN).bind("id", id).execute();
  }

  void remove(Handle handle, String id, long now) {
    endSessions(handle, id);
    handle
        .createUpdate(REMOVE)
        .bind("id", id)
        .bind("now", now)
        .bind("email", "removed " + id)
        .execute();
  }

  private static void endSessions(Handle handle, String id) {
    handle.createUpdate(END_SESSIONS).bind("id", id).execute();
  }

  /// Makes whoever else changes people wait for the end of this transaction.
  void lock(Handle handle) {
    handle.createUpdate(LOCK).execute();
  }

  int activeOwners(Handle handle) {
    return handle.createQuery(OWNERS).mapTo(Integer.class).one();
  }

  private static Member member(ResultSet row) throws SQLException {
    Actor actor = PersonRow.actor(row);
    return new Member(
        actor.personId(),
        actor.name(),
        row.getString("email"),
        Rights.of(actor),
        Instant.ofEpochMilli(row.getLong("created_at")),
        PersonRow.moment(row, "suspended_at"));
  }
}
