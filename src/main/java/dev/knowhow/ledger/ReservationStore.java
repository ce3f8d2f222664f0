package dev.knowhow.ledger;

import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;
import dev.knowhow.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of reservations that have not ended.
final class ReservationStore {
  private static final Sql INSERT =
      Sql.of(
          """
          INSERT INTO reservations (id, run_id, root_run_id, step_id, attempt, tool_id, version,
            person_id, provider, model, at_most_picos, month, client_id, made_at)
          VALUES (:id, :runId, :rootRunId, :stepId, :attempt, :toolId, :version, :personId, :provider,
            :model, :atMost, :month, :clientId, :madeAt)
          """);
  private static final Sql DELETE = Sql.of("DELETE FROM reservations WHERE id = :id");
  private static final Sql OF_RUN =
      Sql.of(
          """
          SELECT id, run_id, root_run_id, step_id, attempt, tool_id, version, person_id, provider, model,
            at_most_picos, month, client_id, made_at
          FROM reservations WHERE run_id = :runId ORDER BY made_at, id
          """);
  private static final Sql BEFORE =
      Sql.of(
          """
          SELECT id, run_id, root_run_id, step_id, attempt, tool_id, version, person_id, provider, model,
            at_most_picos, month, client_id, made_at
          FROM reservations WHERE made_at < :since ORDER BY made_at, id
          """);
  private static final Sql ALL =
      Sql.of(
          """
          SELECT id, run_id, root_run_id, step_id, attempt, tool_id, version, person_id, provider, model,
            at_most_picos, month, client_id, made_at
          FROM reservations ORDER BY made_at, id
          """);

  void insert(Handle handle, Reservation reservation) {
    bind(INSERT.on(handle), reservation)
        .bind("madeAt", reservation.madeAt().toEpochMilli())
        .execute();
  }

  boolean delete(Handle handle, String id) {
    return DELETE.on(handle).bind("id", id).execute() == 1;
  }

  List<Reservation> ofRun(Handle handle, String runId) {
    return OF_RUN.on(handle).bind("runId", runId).list(row -> reservation(row, "made_at"));
  }

  List<Reservation> before(Handle handle, Instant since) {
    return BEFORE
        .on(handle)
        .bind("since", since.toEpochMilli())
        .list(row -> reservation(row, "made_at"));
  }

  List<Reservation> all(Handle handle) {
    return ALL.on(handle).list(row -> reservation(row, "made_at"));
  }

  /// Binds the columns that a reservation and its charge share.
  static Sql.Use bind(Sql.Use statement, Reservation reservation) {
    ReserveRequest request = reservation.request();
    return statement
        .bind("id", reservation.id())
        .bind("runId", request.runId())
        .bind("rootRunId", request.rootRunId())
        .bind("stepId", request.stepId())
        .bind("attempt", request.attempt())
        .bind("toolId", request.toolId())
        .bind("version", request.version())
        .bind("personId", request.personId())
        .bind("provider", request.model().provider())
        .bind("model", request.model().model())
        .bind("atMost", request.atMost().picos())
        .bind("month", reservation.month().toString())
        .bind("clientId", reservation.clientId().orElse(null));
  }

  /// Reads the columns that a reservation and its charge share.
  static Reservation reservation(ResultSet row, String madeAt) throws SQLException {
    return new Reservation(
        row.getString("id"),
        new ReserveRequest(
            row.getString("run_id"),
            root(row),
            row.getString("step_id"),
            row.getInt("attempt"),
            row.getString("tool_id"),
            row.getInt("version"),
            row.getString("person_id"),
            new ModelRef(row.getString("provider"), row.getString("model")),
            new Money(row.getLong("at_most_picos"))),
        YearMonth.parse(row.getString("month")),
        Instant.ofEpochMilli(row.getLong(madeAt)),
        Optional.ofNullable(row.getString("client_id")));
  }

  /// The root of a run; rows that are older than roots are of runs that are their own.
  private static String root(ResultSet row) throws SQLException {
    String root = row.getString("root_run_id");
    return root.isEmpty() ? row.getString("run_id") : root;
  }
}
