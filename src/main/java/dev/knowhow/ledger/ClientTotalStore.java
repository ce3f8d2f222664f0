package dev.knowhow.ledger;

import dev.knowhow.price.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The running totals of clients, a row for each in a month, and their caps.
final class ClientTotalStore {
  private static final String CAP = "SELECT cap_picos FROM client_caps WHERE client_id = :clientId";
  private static final String SET_CAP =
      """
      INSERT INTO client_caps (client_id, cap_picos) VALUES (:clientId, :cap)
      ON CONFLICT (client_id) DO UPDATE SET cap_picos = excluded.cap_picos
      """;
  private static final String DROP_CAP = "DELETE FROM client_caps WHERE client_id = :clientId";
  private static final String OPEN =
      """
      INSERT INTO client_months (client_id, month, spent_picos, held_picos)
      VALUES (:clientId, :month, 0, 0) ON CONFLICT (client_id, month) DO NOTHING
      """;
  private static final String HOLD =
      """
      UPDATE client_months SET held_picos = held_picos + :picos
      WHERE client_id = :clientId AND month = :month
        AND :picos <= :cap - spent_picos - held_picos
      """;
  private static final String LET_GO =
      """
      UPDATE client_months SET held_picos = held_picos - :picos
      WHERE client_id = :clientId AND month = :month
      """;
  private static final String SPEND =
      """
      UPDATE client_months SET spent_picos = spent_picos + :picos
      WHERE client_id = :clientId AND month = :month
      """;
  private static final String ALL =
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
      """;

  /// The cap of a client; empty where it has none.
  Optional<Money> cap(Handle handle, String clientId) {
    return handle
        .createQuery(CAP)
        .bind("clientId", clientId)
        .mapTo(Long.class)
        .findOne()
        .map(Money::new);
  }

  void setCap(Handle handle, String clientId, Optional<Money> cap) {
    if (cap.isEmpty()) {
      handle.createUpdate(DROP_CAP).bind("clientId", clientId).execute();
      return;
    }
    handle
        .createUpdate(SET_CAP)
        .bind("clientId", clientId)
        .bind("cap", cap.get().picos())
        .execute();
  }

  boolean hold(Handle handle, String clientId, YearMonth month, long picos, Optional<Money> cap) {
    handle.createUpdate(OPEN).bind("clientId", clientId).bind("month", month.toString()).execute();
    return handle
            .createUpdate(HOLD)
            .bind("clientId", clientId)
            .bind("month", month.toString())
            .bind("picos", picos)
            .bind("cap", cap.map(Money::picos).orElse(Long.MAX_VALUE))
            .execute()
        == 1;
  }

  void letGo(Handle handle, String clientId, YearMonth month, long picos) {
    change(LET_GO, handle, clientId, month, picos);
  }

  void spend(Handle handle, String clientId, YearMonth month, long picos) {
    change(SPEND, handle, clientId, month, picos);
  }

  private static void change(
      String sql, Handle handle, String clientId, YearMonth month, long picos) {
    handle
        .createUpdate(sql)
        .bind("clientId", clientId)
        .bind("month", month.toString())
        .bind("picos", picos)
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
    return handle
        .createQuery(ALL)
        .bind("month", month.toString())
        .map((row, _) ->
            new ClientSpend(
                row.getString("client_id"),
                new Money(row.getLong("spent")),
                new Money(row.getLong("held")),
                cap(row)))
        .list();
  }

  private static Optional<Money> cap(ResultSet row) throws SQLException {
    long picos = row.getLong("cap_picos");
    return row.wasNull() ? Optional.empty() : Optional.of(new Money(picos));
  }
}
