package dev.knowhow.model;

import dev.knowhow.net.Destination;
import dev.knowhow.value.Tier;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The tables of connections and of the models that the tiers mean.
final class ModelStore {
  private static final String LIST =
      """
      SELECT id, name, kind, base_url, anthropic_version, has_key
      FROM model_connections ORDER BY added_at, id
      """;
  private static final String INSERT =
      """
      INSERT INTO model_connections (id, name, kind, base_url, anthropic_version, has_key, added_at)
      VALUES (:id, :name, :kind, :baseUrl, :version, :hasKey, :addedAt)
      """;
  private static final String HAS_KEY = "UPDATE model_connections SET has_key = 1 WHERE id = :id";
  private static final String DELETE = "DELETE FROM model_connections WHERE id = :id";
  private static final String TIERS = "SELECT tier, connection_id, model FROM model_tiers";
  private static final String SET_TIER =
      """
      INSERT INTO model_tiers (tier, connection_id, model) VALUES (:tier, :connectionId, :model)
      ON CONFLICT (tier) DO UPDATE SET connection_id = excluded.connection_id,
        model = excluded.model
      """;
  private static final String DELETE_TIERS = "DELETE FROM model_tiers WHERE connection_id = :id";

  List<Connection> list(Handle handle) {
    return handle
        .createQuery(LIST)
        .map((row, _) ->
            new Connection(
                row.getString("id"),
                row.getString("name"),
                ConnectionKind.valueOf(row.getString("kind")),
                Destination.of(row.getString("base_url")),
                AnthropicVersion.valueOf(row.getString("anthropic_version")),
                row.getInt("has_key") == 1))
        .list();
  }

  void insert(Handle handle, Connection connection, Instant now) {
    handle
        .createUpdate(INSERT)
        .bind("id", connection.id())
        .bind("name", connection.name())
        .bind("kind", connection.kind().name())
        .bind("baseUrl", connection.at().toString())
        .bind("version", connection.version().name())
        .bind("hasKey", connection.hasKey() ? 1 : 0)
        .bind("addedAt", now.toEpochMilli())
        .execute();
  }

  void nowHasKey(Handle handle, String id) {
    handle.createUpdate(HAS_KEY).bind("id", id).execute();
  }

  /// Deletes a connection and what the tiers mean by it.
  void delete(Handle handle, String id) {
    handle.createUpdate(DELETE_TIERS).bind("id", id).execute();
    handle.createUpdate(DELETE).bind("id", id).execute();
  }

  Map<Tier, TierModel> tiers(Handle handle) {
    Map<Tier, TierModel> tiers = new EnumMap<>(Tier.class);
    handle
        .createQuery(TIERS)
        .map((row, _) ->
            Map.entry(
                Tier.valueOf(row.getString("tier")),
                new TierModel(row.getString("connection_id"), row.getString("model"))))
        .forEach(entry -> tiers.put(entry.getKey(), entry.getValue()));
    return tiers;
  }

  void setTier(Handle handle, Tier tier, TierModel model) {
    handle
        .createUpdate(SET_TIER)
        .bind("tier", tier.name())
        .bind("connectionId", model.connectionId())
        .bind("model", model.model())
        .execute();
  }
}
