package dev.knowhow.price;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the rows of a price table.
///
/// A row is `provider,model,from,above,fresh,read,write5m,write1h,output,reasoning,max in,max
/// out,source,checked on`; amounts are dollars for a million tokens. `above` is 0 for the usual
/// rates; a row with a number there is a band of the row before it. Lines that begin with `#` are
/// for people.
final class PriceRows {
  private static final int COLUMNS = 14;
  private static final int FIRST_RATE = 4;
  private static final int AFTER_RATES = 10;

  private PriceRows() {}

  static List<Price> read(String csv) {
    List<Price> prices = new ArrayList<>();
    int number = 0;
    for (String line : csv.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        add(prices, line.split(",", -1));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "price table, line " + number + ": " + e.getMessage(), e);
      }
    }
    return prices;
  }

  private static void add(List<Price> prices, String[] cells) {
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(COLUMNS + " columns are wanted, found " + cells.length);
    }
    ModelRef model = new ModelRef(cells[0], cells[1]);
    Instant from = LocalDate.parse(cells[2]).atStartOfDay(ZoneOffset.UTC).toInstant();
    long above = Long.parseLong(cells[3]);
    Rates rates = rates(cells);
    if (above > 0) {
      Price last = prices.removeLast();
      if (!last.model().equals(model) || !last.from().equals(from)) {
        throw new IllegalArgumentException("a band follows the usual rates of its model");
      }
      List<Band> bands = new ArrayList<>(last.bands());
      bands.add(new Band(above, rates));
      prices.add(
          new Price(
              model,
              last.rates(),
              bands,
              from,
              last.source(),
              last.checkedOn(),
              last.maxInputTokens(),
              last.maxOutputTokens()));
      return;
    }
    prices.add(
        new Price(
            model,
            rates,
            List.of(),
            from,
            cells[AFTER_RATES + 2],
            LocalDate.parse(cells[AFTER_RATES + 3]),
            Long.parseLong(cells[AFTER_RATES]),
            Long.parseLong(cells[AFTER_RATES + 1])));
  }

  private static Rates rates(String[] cells) {
    Map<Bucket, Long> rates = new EnumMap<>(Bucket.class);
    int column = FIRST_RATE;
    for (Bucket bucket : Bucket.values()) {
      rates.put(bucket, Money.ofDollars(cells[column++]).picos());
    }
    return new Rates(rates);
  }
}
