package dev.knowhow.tool;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tables of drafts: their files, and each change with the files before and after it.
final class DraftStore {
  private static final String FIND =
      "SELECT based_on, revision, saved_at, saved_by FROM drafts WHERE tool_id = :tool";
  private static final String CREATE =
      """
      INSERT INTO drafts (tool_id, based_on, revision, saved_at, saved_by)
      VALUES (:tool, :basedOn, 0, :at, :by)
      """;
  private static final String SAVE =
      """
      UPDATE drafts SET based_on = :basedOn, revision = :revision, saved_at = :at, saved_by = :by
      WHERE tool_id = :tool
      """;
  private static final String FILES = "SELECT path, bytes FROM draft_files WHERE tool_id = :tool";
  private static final String DROP_FILE =
      "DELETE FROM draft_files WHERE tool_id = :tool AND path = :path";
  private static final String ADD_FILE =
      "INSERT INTO draft_files (tool_id, path, bytes) VALUES (:tool, :path, :bytes)";
  private static final String CHANGES =
      """
      SELECT number, revision, words, place, moves, undone, saved_at, saved_by, person_id
      FROM draft_changes WHERE tool_id = :tool ORDER BY number
      """;
  private static final String ADD_CHANGE =
      """
      INSERT INTO draft_changes
        (tool_id, number, revision, words, place, moves, undone, saved_at, saved_by, person_id)
      VALUES (:tool, :number, :revision, :words, :place, :moves, 0, :at, :by, :person)
      """;
  private static final String RENEW_CHANGE =
      """
      UPDATE draft_changes SET revision = :revision, saved_at = :at
      WHERE tool_id = :tool AND number = :number
      """;
  private static final String MARK_CHANGE =
      """
      UPDATE draft_changes SET undone = :undone, revision = :revision, moves = 1
      WHERE tool_id = :tool AND number = :number
      """;
  private static final String DROP_UNDONE =
      "DELETE FROM draft_changes WHERE tool_id = :tool AND undone = 1";
  private static final String DROP_OLD =
      "DELETE FROM draft_changes WHERE tool_id = :tool AND number <= :number";
  private static final String ADD_CHANGED =
      """
      INSERT INTO draft_change_files (tool_id, number, path, before, after)
      VALUES (:tool, :number, :path, :before, :after)
      """;
  private static final String RENEW_CHANGED =
      """
      UPDATE draft_change_files SET after = :after
      WHERE tool_id = :tool AND number = :number AND path = :path
      """;
  private static final String CHANGED =
      """
      SELECT path, before, after FROM draft_change_files
      WHERE tool_id = :tool AND number = :number
      """;

  /// A draft without its files.
  record Row(int basedOn, long revision, Instant savedAt, String savedBy) {}

  /// A change that can be undone or, once undone, made again.
  record Change(
      long number,
      long revision,
      String words,
      String place,
      boolean moves,
      boolean undone,
      Instant savedAt,
      String savedBy,
      String personId) {}

  /// A file before and after a change; empty where it was not there.
  record Changed(String path, Optional<byte[]> before, Optional<byte[]> after) {}

  Optional<Row> find(Handle handle, String tool) {
    return handle
        .createQuery(FIND)
        .bind("tool", tool)
        .map((row, _) ->
            new Row(
                row.getInt("based_on"),
                row.getLong("revision"),
                Instant.ofEpochMilli(row.getLong("saved_at")),
                row.getString("saved_by")))
        .findOne();
  }

  Map<String, byte[]> files(Handle handle, String tool) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    handle
        .createQuery(FILES)
        .bind("tool", tool)
        .map((row, _) -> Map.entry(row.getString("path"), row.getBytes("bytes")))
        .forEach(file -> files.put(file.getKey(), file.getValue()));
    return files;
  }

  void create(Handle handle, String tool, Row row, ToolFiles files) {
    handle
        .createUpdate(CREATE)
        .bind("tool", tool)
        .bind("basedOn", row.basedOn())
        .bind("at", row.savedAt().toEpochMilli())
        .bind("by", row.savedBy())
        .execute();
    for (String path : files.paths()) {
      put(handle, tool, path, files.get(path));
    }
  }

  void save(Handle handle, String tool, Row row) {
    handle
        .createUpdate(SAVE)
        .bind("tool", tool)
        .bind("basedOn", row.basedOn())
        .bind("revision", row.revision())
        .bind("at", row.savedAt().toEpochMilli())
        .bind("by", row.savedBy())
        .execute();
  }

  void put(Handle handle, String tool, String path, Optional<byte[]> bytes) {
    handle.createUpdate(DROP_FILE).bind("tool", tool).bind("path", path).execute();
    bytes.ifPresent(now ->
        handle
            .createUpdate(ADD_FILE)
            .bind("tool", tool)
            .bind("path", path)
            .bind("bytes", now)
            .execute());
  }

  /// All changes that are kept, the oldest first.
  List<Change> changes(Handle handle, String tool) {
    return handle
        .createQuery(CHANGES)
        .bind("tool", tool)
        .map((row, _) ->
            new Change(
                row.getLong("number"),
                row.getLong("revision"),
                row.getString("words"),
                row.getString("place"),
                row.getLong("moves") == 1,
                row.getLong("undone") == 1,
                Instant.ofEpochMilli(row.getLong("saved_at")),
                row.getString("saved_by"),
                row.getString("person_id")))
        .list();
  }

  void add(Handle handle, String tool, Change change, List<Changed> files) {
    handle
        .createUpdate(ADD_CHANGE)
        .bind("tool", tool)
        .bind("number", change.number())
        .bind("revision", change.revision())
        .bind("words", change.words())
        .bind("place", change.place())
        .bind("moves", change.moves() ? 1 : 0)
        .bind("at", change.savedAt().toEpochMilli())
        .bind("by", change.savedBy())
        .bind("person", change.personId())
        .execute();
    for (Changed file : files) {
      handle
          .createUpdate(ADD_CHANGED)
          .bind("tool", tool)
          .bind("number", change.number())
          .bind("path", file.path())
          .bind("before", file.before().orElse(null))
          .bind("after", file.after().orElse(null))
          .execute();
    }
  }

  /// Lets a change go on with further typing.
  void renew(Handle handle, String tool, Change change, List<Changed> files) {
    handle
        .createUpdate(RENEW_CHANGE)
        .bind("tool", tool)
        .bind("number", change.number())
        .bind("revision", change.revision())
        .bind("at", change.savedAt().toEpochMilli())
        .execute();
    for (Changed file : files) {
      handle
          .createUpdate(RENEW_CHANGED)
          .bind("tool", tool)
          .bind("number", change.number())
          .bind("path", file.path())
          .bind("after", file.after().orElse(null))
          .execute();
    }
  }

  void mark(Handle handle, String tool, Change change, boolean undone, long revision) {
    handle
        .createUpdate(MARK_CHANGE)
        .bind("tool", tool)
        .bind("number", change.number())
        .bind("undone", undone ? 1 : 0)
        .bind("revision", revision)
        .execute();
  }

  void dropUndone(Handle handle, String tool) {
    handle.createUpdate(DROP_UNDONE).bind("tool", tool).execute();
  }

  void dropUpTo(Handle handle, String tool, long number) {
    handle.createUpdate(DROP_OLD).bind("tool", tool).bind("number", number).execute();
  }

  List<Changed> changed(Handle handle, String tool, long number) {
    return handle
        .createQuery(CHANGED)
        .bind("tool", tool)
        .bind("number", number)
        .map((row, _) ->
            new Changed(
                Objects.requireNonNull(row.getString("path")),
                bytes(row.getBytes("before")),
                bytes(row.getBytes("after"))))
        .list();
  }

  private static Optional<byte[]> bytes(byte @Nullable [] bytes) {
    return Optional.ofNullable(bytes);
  }
}
