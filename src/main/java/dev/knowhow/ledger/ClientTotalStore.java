package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import dev.knowhow.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The running totals of clients, a row for each in a month, and their caps.
final class ClientTotalStore {
  private static final Sql SET_CAP =
      Sql.of(
          """
          INSERT INTO client_caps (client_id, cap_picos) VALUES (:clientId, :cap)
          ON CONFLICT (client_id) DO UPDATE SET cap_picos = excluded.cap_picos
          """);
  private static final Sql DROP_CAP = Sql.of("DELETE FROM client_caps WHERE client_id = :clientId");
  private static final Sql HOLD =
      Sql.of(
          """
          INSERT INTO client_months (client_id, month, spent_picos, held_picos)
          SELECT :clientId, :month, 0, :picos FROM (
            SELECT COALESCE(MIN(cap_picos), 9223372036854775807) AS picos FROM client_caps
            WHERE client_id = :clientId
          ) cap WHERE :picos <= cap.picos
          ON CONFLICT (client_id, month) DO UPDATE
          SET held_picos = client_months.held_picos + excluded.held_picos
          WHERE excluded.held_picos <=
            (SELECT COALESCE(MIN(cap_picos), 9223372036854775807) FROM client_caps
              WHERE client_id = excluded.client_id)
            - client_months.spent_picos - client_months.held_picos
          """);
  private static final Sql END =
      Sql.of(
          """
          UPDATE client_months SET held_picos = held_picos - :held,
            spent_picos = spent_picos + :spent
          WHERE client_id = :clientId AND month = :month
          """);
  private static final Sql ALL =
      Sql.of(
          """
          SELECT c.client_id, COALESCE(m.spent_picos, 0) AS spent, COALESCE(m.held_picos, 0) AS held,
            k.cap_picos
          FROM (
            SELECT client_id FROM client_caps
            UNION SELECT client_id FROM client_months WHERE month = :month
          ) c
          LEFT JOIN client_months m ON m.client_id = c.client_id AND m.month = :month
          LEFT JOIN client_caps k ON k.client_id = c.client_id
          ORDER BY c.client_id
          """);

  void setCap(Handle handle, String clientId, Optional<Money> cap) {
    if (cap.isEmpty()) {
      DROP_CAP.on(handle).bind("clientId", clientId).execute();
      return;
    }
    SET_CAP.on(handle).bind("clientId", clientId).bind("cap", cap.get().picos()).execute();
  }

  /// Sets money aside in a client's budget of a month, and says whether it was free there; a client
  /// without a cap is limited by the other budgets only.
  boolean hold(Handle handle, String clientId, YearMonth month, long picos) {
    return HOLD.on(handle)
            .bind("clientId", clientId)
            .bind("month", month.toString())
            .bind("picos", picos)
            .execute()
        == 1;
  }

  /// Lets go what a client's month holds for a call, and adds what the call cost.
  void end(Handle handle, String clientId, YearMonth month, Ended ended) {
    END.on(handle)
        .bind("clientId", clientId)
        .bind("month", month.toString())
        .bind("held", ended.held())
        .bind("spent", ended.spent())
        .execute();
  }

  ClientSpend of(Handle handle, String clientId, YearMonth month) {
    return all(handle, month).stream()
        .filter(spend -> spend.clientId().equals(clientId))
        .findFirst()
        .orElseGet(() -> new ClientSpend(clientId, Money.ZERO, Money.ZERO, Optional.empty()));
  }

  /// Every client that has a cap or a call this month.
  List<ClientSpend> all(Handle handle, YearMonth month) {
    return ALL.on(handle)
        .bind("month", month.toString())
        .list(row ->
            new ClientSpend(
                row.getString("client_id"),
                new Money(row.getLong("spent")),
                new Money(row.getLong("held")),
                cap(row)));
  }

  private static Optional<Money> cap(ResultSet row) throws SQLException {
    long picos = row.getLong("cap_picos");
    return row.wasNull() ? Optional.empty() : Optional.of(new Money(picos));
  }
}
