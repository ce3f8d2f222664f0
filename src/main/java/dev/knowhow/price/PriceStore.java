package dev.knowhow.price;

import dev.knowhow.account.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The table of the owner's own prices; it keeps all that were ever set.
final class PriceStore {
  private static final String INSERT =
      """
      INSERT INTO own_prices (id, provider, model, from_at, fresh_input_picos, cache_read_picos,
        cache_write_5_min_picos, cache_write_1_h_picos, visible_output_picos, reasoning_picos,
        source, checked_on, max_input_tokens, max_output_tokens, set_at, set_by)
      VALUES (:id, :provider, :model, :from, :freshInput, :cacheRead,
        :cacheWrite5Min, :cacheWrite1H, :visibleOutput, :reasoning,
        :source, :checkedOn, :maxInput, :maxOutput, :setAt, :setBy)
      """;
  private static final String ALL =
      """
      SELECT provider, model, from_at, fresh_input_picos, cache_read_picos,
        cache_write_5_min_picos, cache_write_1_h_picos, visible_output_picos, reasoning_picos,
        source, checked_on, max_input_tokens, max_output_tokens
      FROM own_prices
      WHERE withdrawn = 0
      ORDER BY from_at, set_at, id
      """;
  private static final String WITHDRAW =
      "UPDATE own_prices SET withdrawn = 1 WHERE provider = :provider AND model = :model";

  /// Who set a price, and when.
  record SetBy(Actor actor, Instant at) {}

  void insert(Handle handle, String id, Price price, SetBy setBy) {
    Rates rates = price.rates();
    handle
        .createUpdate(INSERT)
        .bind("id", id)
        .bind("provider", price.model().provider())
        .bind("model", price.model().model())
        .bind("from", price.from().toEpochMilli())
        .bind("freshInput", rates.perMillion(Bucket.FRESH_INPUT).picos())
        .bind("cacheRead", rates.perMillion(Bucket.CACHE_READ).picos())
        .bind("cacheWrite5Min", rates.perMillion(Bucket.CACHE_WRITE_5_MIN).picos())
        .bind("cacheWrite1H", rates.perMillion(Bucket.CACHE_WRITE_1_H).picos())
        .bind("visibleOutput", rates.perMillion(Bucket.VISIBLE_OUTPUT).picos())
        .bind("reasoning", rates.perMillion(Bucket.REASONING).picos())
        .bind("source", price.source())
        .bind("checkedOn", price.checkedOn().toString())
        .bind("maxInput", price.maxInputTokens())
        .bind("maxOutput", price.maxOutputTokens())
        .bind("setAt", setBy.at().toEpochMilli())
        .bind("setBy", setBy.actor().personId())
        .execute();
  }

  /// The own prices of every model that has some, those that begin first and were set first ahead.
  Map<ModelRef, List<Price>> all(Handle handle) {
    Map<ModelRef, List<Price>> all = new HashMap<>();
    handle
        .createQuery(ALL)
        .map(
            (row, _) -> price(new ModelRef(row.getString("provider"), row.getString("model")), row))
        .forEach(price -> all.computeIfAbsent(price.model(), _ -> new ArrayList<>()).add(price));
    all.replaceAll((_, prices) -> List.copyOf(prices));
    return Map.copyOf(all);
  }

  void withdraw(Handle handle, ModelRef model) {
    handle
        .createUpdate(WITHDRAW)
        .bind("provider", model.provider())
        .bind("model", model.model())
        .execute();
  }

  private static Price price(ModelRef model, ResultSet row) throws SQLException {
    return new Price(
        model,
        new Rates(
            Map.of(
                Bucket.FRESH_INPUT, row.getLong("fresh_input_picos"),
                Bucket.CACHE_READ, row.getLong("cache_read_picos"),
                Bucket.CACHE_WRITE_5_MIN, row.getLong("cache_write_5_min_picos"),
                Bucket.CACHE_WRITE_1_H, row.getLong("cache_write_1_h_picos"),
                Bucket.VISIBLE_OUTPUT, row.getLong("visible_output_picos"),
                Bucket.REASONING, row.getLong("reasoning_picos"))),
        List.of(),
        Instant.ofEpochMilli(row.getLong("from_at")),
        row.getString("source"),
        LocalDate.parse(row.getString("checked_on")),
        row.getLong("max_input_tokens"),
        row.getLong("max_output_tokens"));
  }
}
