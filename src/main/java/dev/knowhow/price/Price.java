package dev.knowhow.price;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a model costs from a date on, and where that is written.
///
/// @param model the model
/// @param rates the rates of a usual request
/// @param bands the rates of longer requests, the lowest limit first
/// @param from when the price begins to hold
/// @param source where the price is written, as a person can look it up
/// @param checkedOn the day on which the source was last read
/// @param maxInputTokens the most tokens the model takes, or 0 where it is not known
/// @param maxOutputTokens the most tokens the model gives, or 0 where it is not known
public record Price(
    ModelRef model,
    Rates rates,
    List<Band> bands,
    Instant from,
    String source,
    LocalDate checkedOn,
    long maxInputTokens,
    long maxOutputTokens) {

  /// Puts the bands in order.
  public Price {
    bands = bands.stream().sorted().toList();
    if (source.isBlank()) {
      throw new IllegalArgumentException("a price names its source: " + model);
    }
  }

  /// The rates that hold for a request that sends so many tokens.
  public Rates ratesFor(long inputTokens) {
    Rates found = rates;
    for (Band band : bands) {
      if (inputTokens > band.aboveInput()) {
        found = band.rates();
      }
    }
    return found;
  }

  /// What a call with this usage costs, exact and rounded up once.
  ///
  /// @throws ArithmeticException if it is more than [Money] can count
  public Money cost(Usage usage) {
    return ratesFor(usage.input()).cost(usage);
  }

  /// The most that a call can cost which sends at most `inputTokens`, whatever the cache does, and
  /// gets at most `outputTokens` back, shown or not.
  ///
  /// @throws ArithmeticException if it is more than [Money] can count
  public Money atMost(long inputTokens, long outputTokens) {
    Money most = dearest(rates, inputTokens, outputTokens);
    for (Band band : bands) {
      if (inputTokens > band.aboveInput()) {
        most = most.max(dearest(band.rates(), inputTokens, outputTokens));
      }
    }
    return most;
  }

  private static Money dearest(Rates rates, long inputTokens, long outputTokens) {
    Money input =
        rates
            .cost(new Usage(inputTokens, 0, 0, 0, 0, 0))
            .max(rates.cost(new Usage(0, inputTokens, 0, 0, 0, 0)))
            .max(rates.cost(new Usage(0, 0, inputTokens, 0, 0, 0)))
            .max(rates.cost(new Usage(0, 0, 0, inputTokens, 0, 0)));
    Money output =
        rates
            .cost(new Usage(0, 0, 0, 0, outputTokens, 0))
            .max(rates.cost(new Usage(0, 0, 0, 0, 0, outputTokens)));
    return input.plus(output);
  }
}
