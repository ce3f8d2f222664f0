package dev.knowhow.account;

import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables of people, sessions and the workspace.
final class AccountStore {
  private static final String WORKSPACE = "SELECT name, trade, zone FROM workspace";
  private static final String INSERT_WORKSPACE =
      """
      INSERT INTO workspace (only_one, name, trade, zone) VALUES (1, :name, :trade, :zone)
      ON CONFLICT (only_one) DO NOTHING
      """;
  private static final String UPDATE_WORKSPACE =
      "UPDATE workspace SET name = :name, trade = :trade, zone = :zone";
  private static final String INSERT_PERSON =
      """
      INSERT INTO people (id, name, email, role, decides, client_id, password_hash, created_at)
      VALUES (:id, :name, :email, :role, :decides, :clientId, :passwordHash, :createdAt)
      ON CONFLICT (email) DO NOTHING
      """;
  private static final String BY_EMAIL =
      """
      SELECT id, name, role, decides, client_id, password_hash FROM people
      WHERE email = :email AND removed_at IS NULL
      """;
  private static final String UPDATE_PASSWORD =
      "UPDATE people SET password_hash = :passwordHash WHERE id = :id";
  private static final String INSERT_SESSION =
      """
      INSERT INTO sessions (token_sha256, person_id, created_at, expires_at, browser)
      SELECT :token, id, :createdAt, :expiresAt, :browser FROM people
      WHERE id = :personId AND suspended_at IS NULL AND removed_at IS NULL
      """;
  private static final String BY_SESSION =
      """
      SELECT p.id, p.name, p.role, p.decides, p.client_id
      FROM sessions s JOIN people p ON p.id = s.person_id
      WHERE s.token_sha256 = :token AND s.expires_at > :now
        AND p.suspended_at IS NULL AND p.removed_at IS NULL
      """;
  private static final String DELETE_SESSION = "DELETE FROM sessions WHERE token_sha256 = :token";
  private static final String DELETE_SESSIONS_OF = "DELETE FROM sessions WHERE person_id = :id";
  private static final String DELETE_EXPIRED = "DELETE FROM sessions WHERE expires_at <= :now";

  /// A person with the hash of the password.
  record Person(Actor actor, String passwordHash) {}

  Optional<Workspace> workspace(Handle handle) {
    return handle
        .createQuery(WORKSPACE)
        .map((row, _) ->
            new Workspace(
                row.getString("name"), row.getString("trade"), ZoneId.of(row.getString("zone"))))
        .findOne();
  }

  boolean insertWorkspace(Handle handle, Workspace workspace) {
    return handle
            .createUpdate(INSERT_WORKSPACE)
            .bind("name", workspace.name())
            .bind("trade", workspace.trade())
            .bind("zone", workspace.zone().getId())
            .execute()
        == 1;
  }

  void updateWorkspace(Handle handle, Workspace workspace) {
    handle
        .createUpdate(UPDATE_WORKSPACE)
        .bind("name", workspace.name())
        .bind("trade", workspace.trade())
        .bind("zone", workspace.zone().getId())
        .execute();
  }

  /// Whether the person was added: nobody else has the address.
  boolean insertPerson(Handle handle, Actor actor, String email, String passwordHash, long now) {
    return handle
            .createUpdate(INSERT_PERSON)
            .bind("id", actor.personId())
            .bind("name", actor.name())
            .bind("email", email)
            .bind("role", actor.role().name())
            .bind("decides", PersonRow.lines(actor.decides()))
            .bind("clientId", actor.clientId().orElse(null))
            .bind("passwordHash", passwordHash)
            .bind("createdAt", now)
            .execute()
        == 1;
  }

  Optional<Person> byEmail(Handle handle, String email) {
    return handle
        .createQuery(BY_EMAIL)
        .bind("email", email)
        .map((row, _) -> new Person(PersonRow.actor(row), row.getString("password_hash")))
        .findOne();
  }

  void updatePassword(Handle handle, String personId, String passwordHash) {
    handle
        .createUpdate(UPDATE_PASSWORD)
        .bind("id", personId)
        .bind("passwordHash", passwordHash)
        .execute();
  }

  /// Whether the session began: a person who is suspended or gone gets none.
  boolean insertSession(Handle handle, Session session, Browser browser, long now) {
    return handle
            .createUpdate(INSERT_SESSION)
            .bind("token", Tokens.hashed(session.token()))
            .bind("personId", session.actor().personId())
            .bind("createdAt", now)
            .bind("expiresAt", session.expires().toEpochMilli())
            .bind("browser", browser.words())
            .execute()
        == 1;
  }

  Optional<Actor> bySession(Handle handle, String tokenSha256, long now) {
    return handle
        .createQuery(BY_SESSION)
        .bind("token", tokenSha256)
        .bind("now", now)
        .map((row, _) -> PersonRow.actor(row))
        .findOne();
  }

  int deleteSession(Handle handle, String tokenSha256) {
    return handle.createUpdate(DELETE_SESSION).bind("token", tokenSha256).execute();
  }

  void deleteSessionsOf(Handle handle, String personId) {
    handle.createUpdate(DELETE_SESSIONS_OF).bind("id", personId).execute();
  }

  void deleteExpired(Handle handle, long now) {
    handle.createUpdate(DELETE_EXPIRED).bind("now", now).execute();
  }
}
