package dev.knowhow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PriceTableTest {
  private static final Path CASES = Path.of("..", "shared", "cases", "prices");
  private static final Instant AUGUST = Instant.parse("2026-08-01T12:00:00Z");

  private final PriceTable table = PriceTable.shipped();

  @ParameterizedTest
  @CsvSource({
    // model, day, fresh input, cache read, cache write, an hour's cache write, output
    "anthropic, claude-sonnet-5, 2026-08-31, 2, 0.2, 2.5, 4, 10",
    "anthropic, claude-sonnet-5, 2026-09-01, 3, 0.3, 3.75, 6, 15",
    "anthropic, claude-sonnet-5, 2026-09-23, 2, 0.2, 2.5, 4, 10",
    "anthropic, claude-haiku-4-5, 2026-11-24, 1, 0.1, 1.25, 2, 5",
    "anthropic, claude-opus-5-5, 2026-11-24, 4, 0.2, 5, 8, 20",
    "openai, gpt-5.4-mini, 2026-11-24, 0.75, 0.075, 0.75, 0.75, 4.5",
    "openai, gpt-5.6-luna, 2026-07-29, 1, 0.1, 1.25, 1.25, 6",
    "openai, gpt-5.6-luna, 2026-07-30, 0.2, 0.02, 0.25, 0.25, 1.2",
    "openai, gpt-5.6-sol, 2026-08-20, 5, 0.5, 6.25, 6.25, 30",
    "openai, gpt-5.6-sol, 2026-08-21, 4, 0.4, 5, 5, 20",
    "gemini, gemini-3.6-flash, 2026-12-31, 0.75, 0.075, 0.75, 0.75, 3.75",
    "gemini, gemini-3.6-flash, 2027-01-01, 1.5, 0.15, 1.5, 1.5, 7.5",
    "openai, text-embedding-3-small, 2026-11-24, 0.02, 0.02, 0.02, 0.02, 0",
  })
  void holdsTheseDatedPrices(
      String provider,
      String model,
      String day,
      String fresh,
      String read,
      String write,
      String hour,
      String output) {
    Rates rates = on(provider, model, day + "T00:00:00Z").orElseThrow().rates();
    assertThat(rates).isEqualTo(PriceTest.rates(fresh, read, write, hour, output, output));
  }

  @Test
  void hasNoPriceForAModelThatNoSourceNames() {
    assertThat(on("anthropic", "claude-sonnet-5-5", "2026-11-24T00:00:00Z")).isEmpty();
    assertThat(on("somewhere", "gpt-5", "2026-11-24T00:00:00Z")).isEmpty();
  }

  @Test
  void hasNoPriceBeforeTheFirstRow() {
    assertThat(on("anthropic", "claude-sonnet-5", "2025-12-31T23:59:59Z")).isEmpty();
  }

  @Test
  void aRequestOfTwoHundredSeventyTwoThousandTokensIsInTheBand() {
    Price price = on("openai", "gpt-5.4", "2026-11-24T00:00:00Z").orElseThrow();
    assertThat(price.cost(Usage.of(271_999, 0))).isEqualTo(Money.ofDollars("0.6799975"));
    assertThat(price.cost(Usage.of(272_000, 0))).isEqualTo(Money.ofDollars("1.36"));
  }

  @Test
  void everyRowNamesItsSourceAndDay() {
    assertThat(table.models()).hasSizeGreaterThanOrEqualTo(36);
    for (ModelRef model : table.models()) {
      for (Price price : table.history(model)) {
        assertThat(price.source()).as("source of %s", model).contains("of 2026-");
        assertThat(price.checkedOn()).as("check of %s", model).isAfter("2026-07-31");
      }
    }
  }

  @Test
  void saysWhichLineCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PriceTable.parse("# first\nanthropic,x,2026-01-01,0,1\n"))
        .withMessageContaining("line 2")
        .withMessageContaining("14 columns");
  }

  @Test
  void agreesWithTheSelectedPricesOfAugust() throws IOException {
    JsonNode selected = json("selected_per_million.json");
    assertThat(selected).hasSize(36);
    for (JsonNode row : selected) {
      String model = row.get("model").asText();
      Price price =
          table
              .on(
                  new ModelRef(
                      row.get("provider").asText(), model.substring(model.indexOf('/') + 1)),
                  AUGUST)
              .orElseThrow(() -> new AssertionError("no price for " + model));
      agrees(model, row, "", price.rates());
      for (String band : List.of("_above_200k_tokens", "_above_272k_tokens")) {
        if (row.has("input_cost_per_token" + band + "_per_M")) {
          agrees(model, row, band, price.bands().getFirst().rates());
        }
      }
      assertThat(price.maxInputTokens()).as(model).isEqualTo(row.get("max_input").asLong());
      assertThat(price.maxOutputTokens()).as(model).isEqualTo(row.get("max_output").asLong());
    }
  }

  private static void agrees(String model, JsonNode row, String band, Rates rates) {
    agrees(model, row, "input_cost_per_token" + band, rates, Bucket.FRESH_INPUT);
    agrees(model, row, "output_cost_per_token" + band, rates, Bucket.VISIBLE_OUTPUT);
    agrees(model, row, "output_cost_per_reasoning_token" + band, rates, Bucket.REASONING);
    agrees(model, row, "cache_read_input_token_cost" + band, rates, Bucket.CACHE_READ);
    agrees(model, row, "cache_creation_input_token_cost" + band, rates, Bucket.CACHE_WRITE_5_MIN);
    agrees(
        model,
        row,
        "cache_creation_input_token_cost_above_1hr" + band,
        rates,
        Bucket.CACHE_WRITE_1_H);
  }

  private static void agrees(String model, JsonNode row, String name, Rates rates, Bucket bucket) {
    JsonNode dollars = row.get(name + "_per_M");
    if (dollars != null) {
      assertThat(rates.perMillion(bucket).inDollars())
          .as("%s of %s", name, model)
          .isEqualByComparingTo(new BigDecimal(dollars.asText()));
    }
  }

  private Optional<Price> on(String provider, String model, String moment) {
    return table.on(new ModelRef(provider, model), Instant.parse(moment));
  }

  private static JsonNode json(String name) throws IOException {
    Path file = CASES.resolve(name);
    assumeTrue(Files.exists(file), "the price cases are not beside this project");
    return new ObjectMapper().readTree(file.toFile());
  }
}
