package dev.knowhow.tool;

import dev.knowhow.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables of tools and their versions. A version is never changed.
final class ToolStore {
  private static final Sql INSERT_TOOL =
      Sql.of(
          """
          INSERT INTO tools (id, name, about, house, from_template, newest, added_at, added_by)
          VALUES (:id, :name, :about, :house, :from, :newest, :addedAt, :addedBy)
          """);
  private static final Sql INSERT_VERSION =
      Sql.of(
          """
          INSERT INTO tool_versions (tool_id, number, files_sha256, note, reason, added_at, added_by)
          VALUES (:toolId, :number, :sha256, :note, :reason, :addedAt, :addedBy)
          """);
  private static final Sql LIST =
      Sql.of(
          """
          SELECT id, name, about, house, from_template, newest, added_at, added_by,
            client_id
          FROM tools ORDER BY name, added_at, id
          """);
  private static final Sql ONE =
      Sql.of(
          """
          SELECT id, name, about, house, from_template, newest, added_at, added_by,
            client_id
          FROM tools WHERE id = :id
          """);
  private static final Sql FILES =
      Sql.of("SELECT files_sha256 FROM tool_versions WHERE tool_id = :id AND number = :number");

  private static final Sql MAKE_NEWEST =
      Sql.of(
          """
          UPDATE tools SET newest = :number, name = :name, about = :about, house = :house
          WHERE id = :id
          """);
  private static final Sql VERSIONS =
      Sql.of(
          """
          SELECT number, note, reason, added_at, added_by
          FROM tool_versions WHERE tool_id = :id AND number > 0 ORDER BY number DESC
          """);
  private static final Sql SNAPSHOT =
      Sql.of(
          """
          SELECT number FROM tool_versions
          WHERE tool_id = :id AND files_sha256 = :sha256 AND number < 0
          """);
  private static final Sql LOWEST =
      Sql.of("SELECT COALESCE(MIN(number), 0) FROM tool_versions WHERE tool_id = :id");

  private static final Sql ASSIGN = Sql.of("UPDATE tools SET client_id = :clientId WHERE id = :id");
  private static final Sql CLIENT = Sql.of("SELECT client_id FROM tools WHERE id = :id");

  void insertTool(Handle handle, ToolRow row) {
    INSERT_TOOL
        .on(handle)
        .bind("id", row.id())
        .bind("name", row.name())
        .bind("about", row.about())
        .bind("house", row.house())
        .bind("from", row.from())
        .bind("newest", row.newest())
        .bind("addedAt", row.addedAt().toEpochMilli())
        .bind("addedBy", row.addedBy())
        .execute();
  }

  void insertVersion(Handle handle, String toolId, VersionRow row, String sha256) {
    INSERT_VERSION
        .on(handle)
        .bind("toolId", toolId)
        .bind("number", row.number())
        .bind("sha256", sha256)
        .bind("note", row.note())
        .bind("reason", row.reason())
        .bind("addedAt", row.addedAt().toEpochMilli())
        .bind("addedBy", row.addedBy())
        .execute();
  }

  void makeNewest(Handle handle, String toolId, int number, Tool tool) {
    MAKE_NEWEST
        .on(handle)
        .bind("id", toolId)
        .bind("number", number)
        .bind("name", tool.name())
        .bind("about", tool.about())
        .bind("house", tool.house())
        .execute();
  }

  /// The published versions, the newest first.
  List<VersionRow> versions(Handle handle, String toolId) {
    return VERSIONS
        .on(handle)
        .bind("id", toolId)
        .list(row ->
            new VersionRow(
                row.getInt("number"),
                row.getString("note"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                row.getString("added_by")));
  }

  /// The number of the snapshot that has these files.
  Optional<Integer> snapshot(Handle handle, String toolId, String sha256) {
    return SNAPSHOT
        .on(handle)
        .bind("id", toolId)
        .bind("sha256", sha256)
        .first(row -> row.getInt(1));
  }

  /// The lowest number of a version.
  int lowest(Handle handle, String toolId) {
    return Math.toIntExact(LOWEST.on(handle).bind("id", toolId).number());
  }

  List<ToolRow> list(Handle handle) {
    return LIST.on(handle).list(row -> row(row));
  }

  Optional<ToolRow> one(Handle handle, String id) {
    return ONE.on(handle).bind("id", id).first(row -> row(row));
  }

  /// The hash of a version's files.
  Optional<String> files(Handle handle, String id, int number) {
    return FILES.on(handle).bind("id", id).bind("number", number).first(row -> row.getString(1));
  }

  boolean assign(Handle handle, String id, Optional<String> clientId) {
    return ASSIGN.on(handle).bind("id", id).bind("clientId", clientId.orElse(null)).execute() == 1;
  }

  Optional<String> client(Handle handle, String id) {
    return CLIENT
        .on(handle)
        .bind("id", id)
        .first(row -> Optional.ofNullable(row.getString("client_id")))
        .flatMap(client -> client);
  }

  private static ToolRow row(ResultSet row) throws SQLException {
    return new ToolRow(
        row.getString("id"),
        row.getString("name"),
        row.getString("about"),
        row.getString("house"),
        row.getString("from_template"),
        row.getInt("newest"),
        Instant.ofEpochMilli(row.getLong("added_at")),
        row.getString("added_by"),
        Optional.ofNullable(row.getString("client_id")));
  }
}
