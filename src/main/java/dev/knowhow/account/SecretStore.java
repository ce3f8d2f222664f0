package dev.knowhow.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of sealed secrets.
final class SecretStore {
  private static final String PUT =
      """
      INSERT INTO secrets (name, host, hint, sealed, sealed_at)
      VALUES (:name, :host, :hint, :sealed, :sealedAt)
      ON CONFLICT (name) DO UPDATE SET host = excluded.host, hint = excluded.hint,
        sealed = excluded.sealed, sealed_at = excluded.sealed_at
      """;
  private static final String SEALED =
      "SELECT sealed FROM secrets WHERE name = :name AND host = :host";
  private static final String LIST =
      "SELECT name, host, hint, sealed_at FROM secrets ORDER BY name";
  private static final String DELETE = "DELETE FROM secrets WHERE name = :name";

  void put(Handle handle, SealedSecret secret, byte[] sealed) {
    handle
        .createUpdate(PUT)
        .bind("name", secret.name())
        .bind("host", secret.host())
        .bind("hint", secret.hint())
        .bind("sealed", sealed)
        .bind("sealedAt", secret.sealedAt().toEpochMilli())
        .execute();
  }

  Optional<byte[]> sealed(Handle handle, String name, String host) {
    return handle
        .createQuery(SEALED)
        .bind("name", name)
        .bind("host", host)
        .mapTo(byte[].class)
        .findOne();
  }

  List<SealedSecret> list(Handle handle) {
    return handle
        .createQuery(LIST)
        .map((row, _) ->
            new SealedSecret(
                row.getString("name"),
                row.getString("host"),
                row.getString("hint"),
                Instant.ofEpochMilli(row.getLong("sealed_at"))))
        .list();
  }

  void delete(Handle handle, String name) {
    handle.createUpdate(DELETE).bind("name", name).execute();
  }
}
