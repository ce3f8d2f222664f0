package dev.knowhow.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of invitations; one that was accepted or revoked has ended.
final class InvitationStore {
  private static final String INSERT =
      """
      INSERT INTO invitations (id, token_sha256, whom, role, decides, client_id, invited_by,
        invited_at, expires_at)
      VALUES (:id, :token, :whom, :role, :decides, :clientId, :by, :at, :expires)
      """;
  private static final String OPEN =
      """
      SELECT i.id, i.whom AS name, i.role, i.decides, i.client_id, i.invited_at, i.expires_at,
        p.name AS invited_by_name
      FROM invitations i LEFT JOIN people p ON p.id = i.invited_by
      WHERE i.ended_at IS NULL AND i.expires_at > :now ORDER BY i.invited_at, i.id
      """;
  private static final String BY_TOKEN =
      """
      SELECT i.id, i.whom AS name, i.role, i.decides, i.client_id, i.invited_at, i.expires_at,
        p.name AS invited_by_name
      FROM invitations i LEFT JOIN people p ON p.id = i.invited_by
      WHERE i.token_sha256 = :token AND i.ended_at IS NULL AND i.expires_at > :now
      """;
  private static final String BY_ID =
      """
      SELECT i.id, i.whom AS name, i.role, i.decides, i.client_id, i.invited_at, i.expires_at,
        p.name AS invited_by_name
      FROM invitations i LEFT JOIN people p ON p.id = i.invited_by
      WHERE i.id = :id AND i.ended_at IS NULL AND i.expires_at > :now
      """;
  private static final String END =
      """
      UPDATE invitations SET ended_at = :now
      WHERE id = :id AND ended_at IS NULL AND expires_at > :now
      """;
  private static final String END_OF_CLIENT =
      "UPDATE invitations SET ended_at = :now WHERE client_id = :clientId AND ended_at IS NULL";

  void insert(Handle handle, Invitation invitation, String tokenSha256, String by) {
    Rights rights = invitation.rights();
    handle
        .createUpdate(INSERT)
        .bind("id", invitation.id())
        .bind("token", tokenSha256)
        .bind("whom", invitation.whom())
        .bind("role", rights.role().name())
        .bind("decides", PersonRow.lines(rights.decides()))
        .bind("clientId", rights.clientId().orElse(null))
        .bind("by", by)
        .bind("at", invitation.at().toEpochMilli())
        .bind("expires", invitation.expires().toEpochMilli())
        .execute();
  }

  List<Invitation> open(Handle handle, long now) {
    return handle.createQuery(OPEN).bind("now", now).map((row, _) -> invitation(row)).list();
  }

  Optional<Invitation> byToken(Handle handle, String tokenSha256, long now) {
    return handle
        .createQuery(BY_TOKEN)
        .bind("token", tokenSha256)
        .bind("now", now)
        .map((row, _) -> invitation(row))
        .findOne();
  }

  Optional<Invitation> byId(Handle handle, String id, long now) {
    return handle
        .createQuery(BY_ID)
        .bind("id", id)
        .bind("now", now)
        .map((row, _) -> invitation(row))
        .findOne();
  }

  /// Whether this call ended it, and not another one, nor time.
  boolean end(Handle handle, String id, long now) {
    return handle.createUpdate(END).bind("id", id).bind("now", now).execute() == 1;
  }

  void endOfClient(Handle handle, String clientId, long now) {
    handle.createUpdate(END_OF_CLIENT).bind("clientId", clientId).bind("now", now).execute();
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    Actor future = PersonRow.actor(row);
    return new Invitation(
        future.personId(),
        future.name(),
        Rights.of(future),
        Optional.ofNullable(row.getString("invited_by_name")).orElse(""),
        Instant.ofEpochMilli(row.getLong("invited_at")),
        Instant.ofEpochMilli(row.getLong("expires_at")));
  }
}
