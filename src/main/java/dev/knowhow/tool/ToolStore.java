package dev.knowhow.tool;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables of tools and their versions. A version is never changed.
final class ToolStore {
  private static final String INSERT_TOOL =
      """
      INSERT INTO tools (id, name, about, house, from_template, newest, added_at, added_by)
      VALUES (:id, :name, :about, :house, :from, :newest, :addedAt, :addedBy)
      """;
  private static final String INSERT_VERSION =
      """
      INSERT INTO tool_versions (tool_id, number, files_sha256, note, reason, added_at, added_by)
      VALUES (:toolId, :number, :sha256, :note, :reason, :addedAt, :addedBy)
      """;
  private static final String LIST =
      """
      SELECT id, name, about, house, from_template, newest, added_at, added_by,
        client_id
      FROM tools ORDER BY name, added_at, id
      """;
  private static final String ONE =
      """
      SELECT id, name, about, house, from_template, newest, added_at, added_by,
        client_id
      FROM tools WHERE id = :id
      """;
  private static final String FILES =
      "SELECT files_sha256 FROM tool_versions WHERE tool_id = :id AND number = :number";

  private static final String MAKE_NEWEST =
      """
      UPDATE tools SET newest = :number, name = :name, about = :about, house = :house
      WHERE id = :id
      """;
  private static final String VERSIONS =
      """
      SELECT number, note, reason, added_at, added_by
      FROM tool_versions WHERE tool_id = :id AND number > 0 ORDER BY number DESC
      """;
  private static final String SNAPSHOT =
      """
      SELECT number FROM tool_versions
      WHERE tool_id = :id AND files_sha256 = :sha256 AND number < 0
      """;
  private static final String LOWEST =
      "SELECT COALESCE(MIN(number), 0) FROM tool_versions WHERE tool_id = :id";

  private static final String ASSIGN = "UPDATE tools SET client_id = :clientId WHERE id = :id";
  private static final String CLIENT = "SELECT client_id FROM tools WHERE id = :id";

  void insertTool(Handle handle, ToolRow row) {
    handle
        .createUpdate(INSERT_TOOL)
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
    handle
        .createUpdate(INSERT_VERSION)
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
    handle
        .createUpdate(MAKE_NEWEST)
        .bind("id", toolId)
        .bind("number", number)
        .bind("name", tool.name())
        .bind("about", tool.about())
        .bind("house", tool.house())
        .execute();
  }

  /// The published versions, the newest first.
  List<VersionRow> versions(Handle handle, String toolId) {
    return handle
        .createQuery(VERSIONS)
        .bind("id", toolId)
        .map((row, _) ->
            new VersionRow(
                row.getInt("number"),
                row.getString("note"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                row.getString("added_by")))
        .list();
  }

  /// The number of the snapshot that has these files.
  Optional<Integer> snapshot(Handle handle, String toolId, String sha256) {
    return handle
        .createQuery(SNAPSHOT)
        .bind("id", toolId)
        .bind("sha256", sha256)
        .mapTo(Integer.class)
        .findFirst();
  }

  /// The lowest number of a version.
  int lowest(Handle handle, String toolId) {
    return handle.createQuery(LOWEST).bind("id", toolId).mapTo(Integer.class).one();
  }

  List<ToolRow> list(Handle handle) {
    return handle.createQuery(LIST).map((row, _) -> row(row)).list();
  }

  Optional<ToolRow> one(Handle handle, String id) {
    return handle.createQuery(ONE).bind("id", id).map((row, _) -> row(row)).findOne();
  }

  /// The hash of a version's files.
  Optional<String> files(Handle handle, String id, int number) {
    return handle
        .createQuery(FILES)
        .bind("id", id)
        .bind("number", number)
        .mapTo(String.class)
        .findOne();
  }

  boolean assign(Handle handle, String id, Optional<String> clientId) {
    return handle
            .createUpdate(ASSIGN)
            .bind("id", id)
            .bind("clientId", clientId.orElse(null))
            .execute()
        == 1;
  }

  Optional<String> client(Handle handle, String id) {
    return handle
        .createQuery(CLIENT)
        .bind("id", id)
        .map((row, _) -> Optional.ofNullable(row.getString("client_id")))
        .findOne()
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
