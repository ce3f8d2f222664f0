package dev.knowhow.account;

import dev.knowhow.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of clients.
final class ClientStore {
  private static final String INSERT =
      "INSERT INTO clients (id, name, added_at) VALUES (:id, :name, :now)";
  private static final String LIST =
      "SELECT id, name, added_at, closed_at FROM clients ORDER BY name, added_at, id";
  private static final String ONE =
      "SELECT id, name, added_at, closed_at FROM clients WHERE id = :id";
  private static final String RENAME = "UPDATE clients SET name = :name WHERE id = :id";
  private static final String CLOSE = "UPDATE clients SET closed_at = :now WHERE id = :id";
  private static final String OPEN = "UPDATE clients SET closed_at = NULL WHERE id = :id";

  void insert(Handle handle, Client client) {
    handle
        .createUpdate(INSERT)
        .bind("id", client.id())
        .bind("name", client.name())
        .bind("now", client.since().toEpochMilli())
        .execute();
  }

  List<Client> list(Handle handle) {
    return handle.createQuery(LIST).map((row, _) -> client(row)).list();
  }

  /// A client.
  ///
  /// @throws Problem of kind `NOT_FOUND`
  Client one(Handle handle, String id) {
    return handle
        .createQuery(ONE)
        .bind("id", id)
        .map((row, _) -> client(row))
        .findOne()
        .orElseThrow(() ->
            Problem.of(
                Problem.Kind.NOT_FOUND, "There is no such client.", "Go to the list of clients."));
  }

  /// Refuses a client that is closed or not there.
  void mustBeOpen(Handle handle, String id) {
    Client client = one(handle, id);
    if (client.closed().isPresent()) {
      throw Problem.of(
          Problem.Kind.CONFLICT,
          client.name() + " is closed.",
          "Open the client again first, in Settings, Clients.");
    }
  }

  void rename(Handle handle, String id, String name) {
    handle.createUpdate(RENAME).bind("id", id).bind("name", name).execute();
  }

  void close(Handle handle, String id, long now) {
    handle.createUpdate(CLOSE).bind("id", id).bind("now", now).execute();
  }

  void open(Handle handle, String id) {
    handle.createUpdate(OPEN).bind("id", id).execute();
  }

  private static Client client(ResultSet row) throws SQLException {
    return new Client(
        row.getString("id"),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("added_at")),
        PersonRow.moment(row, "closed_at"));
  }
}
