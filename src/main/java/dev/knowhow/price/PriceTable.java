package dev.knowhow.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A table of dated prices: for each model, what it costs from which moment on.
///
/// Immutable and thread-safe.
public final class PriceTable {
  private static final String SHIPPED = "prices.csv";

  private final Map<ModelRef, List<Price>> byModel;

  private PriceTable(Map<ModelRef, List<Price>> byModel) {
    this.byModel = byModel;
  }

  /// The table that is shipped with the program.
  public static PriceTable shipped() {
    try (InputStream file = PriceTable.class.getResourceAsStream(SHIPPED)) {
      if (file == null) {
        throw new IllegalStateException("the price table is missing from the program");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The table written in the shipped form.
  ///
  /// @throws IllegalArgumentException naming the line that can't be read
  static PriceTable parse(String csv) {
    return of(PriceRows.read(csv));
  }

  /// A table of these prices.
  public static PriceTable of(List<Price> prices) {
    Map<ModelRef, List<Price>> byModel = new LinkedHashMap<>();
    for (Price price : prices) {
      byModel.computeIfAbsent(price.model(), _ -> new ArrayList<>()).add(price);
    }
    byModel.values().forEach(rows -> rows.sort(Comparator.comparing(Price::from)));
    return new PriceTable(byModel);
  }

  /// The price that holds at a moment, or nothing before the first one.
  public Optional<Price> on(ModelRef model, Instant when) {
    return byModel.getOrDefault(model, List.of()).stream()
        .filter(price -> !price.from().isAfter(when))
        .reduce((_, later) -> later);
  }

  /// The models that have a price at some time.
  public Set<ModelRef> models() {
    return byModel.keySet();
  }

  /// All prices of a model, the earliest first.
  public List<Price> history(ModelRef model) {
    return List.copyOf(byModel.getOrDefault(model, List.of()));
  }
}
