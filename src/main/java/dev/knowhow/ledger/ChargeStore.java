package dev.knowhow.ledger;

import dev.knowhow.price.Bucket;
import dev.knowhow.price.Money;
import dev.knowhow.price.Rates;
import dev.knowhow.price.Usage;
import dev.knowhow.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The table of charges.
final class ChargeStore {
  private static final Sql INSERT =
      Sql.of(
          """
          INSERT INTO charges (id, run_id, root_run_id, step_id, attempt, tool_id, version,
            person_id, provider, model, month, client_id, outcome, usage_estimated,
            fresh_input_tokens, cache_read_tokens, cache_write_5_min_tokens, cache_write_1_h_tokens,
            visible_output_tokens, reasoning_tokens,
            fresh_input_picos, cache_read_picos, cache_write_5_min_picos, cache_write_1_h_picos,
            visible_output_picos, reasoning_picos,
            price_source, cost_picos, at_most_picos, reserved_at, charged_at)
          VALUES (:id, :runId, :rootRunId, :stepId, :attempt, :toolId, :version, :personId, :provider,
            :model, :month, :clientId, :outcome, :usageEstimated,
            :freshInput, :cacheRead, :cacheWrite5Min, :cacheWrite1H,
            :visibleOutput, :reasoning,
            :freshInputPicos, :cacheReadPicos, :cacheWrite5MinPicos, :cacheWrite1HPicos,
            :visibleOutputPicos, :reasoningPicos,
            :priceSource, :cost, :atMost, :reservedAt, :chargedAt)
          """);
  private static final Sql OF_RUN =
      Sql.of(
          """
          SELECT id, run_id, root_run_id, step_id, attempt, tool_id, version, person_id, provider, model, month,
            client_id, outcome, usage_estimated,
            fresh_input_tokens, cache_read_tokens, cache_write_5_min_tokens, cache_write_1_h_tokens,
            visible_output_tokens, reasoning_tokens,
            fresh_input_picos, cache_read_picos, cache_write_5_min_picos, cache_write_1_h_picos,
            visible_output_picos, reasoning_picos,
            price_source, cost_picos, at_most_picos, reserved_at, charged_at
          FROM charges WHERE run_id = :runId ORDER BY charged_at, reserved_at, id
          """);

  void insert(Handle handle, Reservation reservation, ChargeRow row, long now) {
    Rates rates = row.price().ratesFor(row.usage().input());
    insert(
        handle,
        new Charge(
            reservation,
            row.usage(),
            row.usageEstimated(),
            rates,
            row.price().source(),
            row.cost(),
            row.outcome(),
            Instant.ofEpochMilli(now)));
  }

  void insertLost(Handle handle, Reservation reservation, long now) {
    insert(
        handle,
        new Charge(
            reservation,
            Usage.NONE,
            true,
            Rates.flat(Money.ZERO, Money.ZERO),
            "",
            reservation.request().atMost(),
            Outcome.UNKNOWN,
            Instant.ofEpochMilli(now)));
  }

  private static void insert(Handle handle, Charge charge) {
    Usage usage = charge.usage();
    Rates rates = charge.rates();
    ReservationStore.bind(INSERT.on(handle), charge.reservation())
        .bind("outcome", charge.outcome().name())
        .bind("usageEstimated", charge.usageEstimated() ? 1 : 0)
        .bind("freshInput", usage.freshInput())
        .bind("cacheRead", usage.cacheRead())
        .bind("cacheWrite5Min", usage.cacheWrite5Min())
        .bind("cacheWrite1H", usage.cacheWrite1H())
        .bind("visibleOutput", usage.visibleOutput())
        .bind("reasoning", usage.reasoning())
        .bind("freshInputPicos", rates.perMillion(Bucket.FRESH_INPUT).picos())
        .bind("cacheReadPicos", rates.perMillion(Bucket.CACHE_READ).picos())
        .bind("cacheWrite5MinPicos", rates.perMillion(Bucket.CACHE_WRITE_5_MIN).picos())
        .bind("cacheWrite1HPicos", rates.perMillion(Bucket.CACHE_WRITE_1_H).picos())
        .bind("visibleOutputPicos", rates.perMillion(Bucket.VISIBLE_OUTPUT).picos())
        .bind("reasoningPicos", rates.perMillion(Bucket.REASONING).picos())
        .bind("priceSource", charge.priceSource())
        .bind("cost", charge.cost().picos())
        .bind("reservedAt", charge.reservation().madeAt().toEpochMilli())
        .bind("chargedAt", charge.chargedAt().toEpochMilli())
        .execute();
  }

  List<Charge> ofRun(Handle handle, String runId) {
    return OF_RUN.on(handle).bind("runId", runId).list(row -> charge(row));
  }

  private static Charge charge(ResultSet row) throws SQLException {
    return new Charge(
        ReservationStore.reservation(row, "reserved_at"),
        new Usage(
            row.getLong("fresh_input_tokens"),
            row.getLong("cache_read_tokens"),
            row.getLong("cache_write_5_min_tokens"),
            row.getLong("cache_write_1_h_tokens"),
            row.getLong("visible_output_tokens"),
            row.getLong("reasoning_tokens")),
        row.getInt("usage_estimated") == 1,
        new Rates(
            Map.of(
                Bucket.FRESH_INPUT, row.getLong("fresh_input_picos"),
                Bucket.CACHE_READ, row.getLong("cache_read_picos"),
                Bucket.CACHE_WRITE_5_MIN, row.getLong("cache_write_5_min_picos"),
                Bucket.CACHE_WRITE_1_H, row.getLong("cache_write_1_h_picos"),
                Bucket.VISIBLE_OUTPUT, row.getLong("visible_output_picos"),
                Bucket.REASONING, row.getLong("reasoning_picos"))),
        row.getString("price_source"),
        new Money(row.getLong("cost_picos")),
        Outcome.valueOf(row.getString("outcome")),
        Instant.ofEpochMilli(row.getLong("charged_at")));
  }
}
