package dev.knowhow.account;

import dev.knowhow.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of sealed secrets.
final class SecretStore {
  private static final Sql PUT =
      Sql.of(
          """
          INSERT INTO secrets (name, host, hint, sealed, sealed_at)
          VALUES (:name, :host, :hint, :sealed, :sealedAt)
          ON CONFLICT (name) DO UPDATE SET host = excluded.host, hint = excluded.hint,
            sealed = excluded.sealed, sealed_at = excluded.sealed_at
          """);
  private static final Sql SEALED =
      Sql.of("SELECT sealed FROM secrets WHERE name = :name AND host = :host");
  private static final Sql LIST =
      Sql.of("SELECT name, host, hint, sealed_at FROM secrets ORDER BY name");
  private static final Sql DELETE = Sql.of("DELETE FROM secrets WHERE name = :name");

  void put(Handle handle, SealedSecret secret, byte[] sealed) {
    PUT.on(handle)
        .bind("name", secret.name())
        .bind("host", secret.host())
        .bind("hint", secret.hint())
        .bind("sealed", sealed)
        .bind("sealedAt", secret.sealedAt().toEpochMilli())
        .execute();
  }

  Optional<byte[]> sealed(Handle handle, String name, String host) {
    return SEALED.on(handle).bind("name", name).bind("host", host).first(row -> row.getBytes(1));
  }

  List<SealedSecret> list(Handle handle) {
    return LIST.on(handle)
        .list(row ->
            new SealedSecret(
                row.getString("name"),
                row.getString("host"),
                row.getString("hint"),
                Instant.ofEpochMilli(row.getLong("sealed_at"))));
  }

  void delete(Handle handle, String name) {
    DELETE.on(handle).bind("name", name).execute();
  }
}
