package dev.knowhow.account;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of sessions, as the person they belong to looks after them.
final class SessionStore {
  private static final String LIST =
      """
      SELECT token_sha256, created_at, browser FROM sessions
      WHERE person_id = :personId AND expires_at > :now
      ORDER BY created_at DESC, token_sha256
      """;
  private static final String END_OTHERS =
      "DELETE FROM sessions WHERE person_id = :personId AND token_sha256 <> :token";
  private static final String CREDENTIALS =
      """
      SELECT email, password_hash FROM people
      WHERE id = :personId AND suspended_at IS NULL AND removed_at IS NULL
      """;
  private static final String CHANGE_PASSWORD =
      "UPDATE people SET password_hash = :fresh WHERE id = :personId AND password_hash = :old";

  /// What a person signs in with.
  record Credentials(String email, String passwordHash) {}

  List<OpenSession> list(Handle handle, String personId, String tokenSha256, long now) {
    return handle
        .createQuery(LIST)
        .bind("personId", personId)
        .bind("now", now)
        .map((row, _) ->
            new OpenSession(
                new Browser(row.getString("browser")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("token_sha256").equals(tokenSha256)))
        .list();
  }

  /// How many sessions ended.
  int endOthers(Handle handle, String personId, String tokenSha256) {
    return handle
        .createUpdate(END_OTHERS)
        .bind("personId", personId)
        .bind("token", tokenSha256)
        .execute();
  }

  Credentials credentials(Handle handle, String personId) {
    return handle
        .createQuery(CREDENTIALS)
        .bind("personId", personId)
        .map((row, _) -> new Credentials(row.getString("email"), row.getString("password_hash")))
        .findOne()
        .orElseThrow(OwnAccount::noLonger);
  }

  /// Whether the password was changed: it was still the old one.
  boolean changePassword(Handle handle, String personId, String old, String fresh) {
    return handle
            .createUpdate(CHANGE_PASSWORD)
            .bind("personId", personId)
            .bind("old", old)
            .bind("fresh", fresh)
            .execute()
        == 1;
  }
}
