package dev.knowhow.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.knowhow.price.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The recommendation says no more than the examples show.
class CheapestTest {
  private static final Contender ECONOMY = contender("Economy", 4, 6, 0, 1);
  private static final Contender STANDARD = contender("Standard", 6, 6, 0, 3);
  private static final Contender BEST = contender("Best", 6, 6, 0, 15);

  @Test
  void recommendsTheCheapestThatReachesTheBar() {
    Cheapest cheapest = Cheapest.of(List.of(ECONOMY, STANDARD, BEST), 1);
    assertThat(cheapest.recommended()).hasValue(1);
    assertThat(cheapest.frontier()).containsExactly(0, 1);
    assertThat(cheapest.words())
        .isEqualTo(
            "Standard is the cheapest that passes: 6 of 6 examples, about 3¢ a run. Six examples are"
                + " few: on many more it may pass from 61% to 100% of them.");
  }

  @Test
  void takesACheaperOneWhereTheBarIsLower() {
    assertThat(Cheapest.of(List.of(BEST, ECONOMY, STANDARD), 0.6).recommended()).hasValue(1);
  }

  @Test
  void recommendsNoneWhereNoneReachesTheBar() {
    Cheapest cheapest = Cheapest.of(List.of(ECONOMY, contender("Best", 5, 6, 0, 15)), 1);
    assertThat(cheapest.recommended()).isEmpty();
    assertThat(cheapest.words())
        .isEqualTo(
            "None passes 100% of the examples. Best comes closest: 5 of 6. Six examples are few.");
  }

  @Test
  void neverRecommendsWhatWasNotJudgedOnAllExamples() {
    Cheapest cheapest = Cheapest.of(List.of(contender("Economy", 3, 3, 3, 1), STANDARD), 1);
    assertThat(cheapest.recommended()).hasValue(1);
    assertThat(cheapest.words())
        .contains("Economy was not judged on all examples and can't be recommended.");
    assertThat(Cheapest.of(List.of(contender("Economy", 0, 0, 6, 0)), 0).recommended()).isEmpty();
  }

  @Test
  void ofTwoThatCostTheSameTakesTheOneThatPassesMore() {
    Cheapest cheapest =
        Cheapest.of(List.of(contender("A", 18, 20, 0, 2), contender("B", 20, 20, 0, 2)), 0.9);
    assertThat(cheapest.recommended()).hasValue(1);
    assertThat(cheapest.frontier()).containsExactly(1);
    assertThat(cheapest.words()).doesNotContain("few");
  }

  @Test
  void theRangeIsWilsons() {
    // worked by hand: (p + z²/2n ± z√(p(1-p)/n + z²/4n²)) / (1 + z²/n)
    assertThat(new Wilson(6, 6).low()).isCloseTo(0.6097, within(0.0001));
    assertThat(new Wilson(6, 6).high()).isCloseTo(1, within(1e-12));
    assertThat(new Wilson(0, 10).low()).isZero();
    assertThat(new Wilson(0, 10).high()).isCloseTo(0.2775, within(0.0001));
    assertThat(new Wilson(15, 20).low()).isCloseTo(0.5313, within(0.0001));
    assertThat(new Wilson(15, 20).high()).isCloseTo(0.8881, within(0.0001));
    assertThat(new Wilson(0, 0).high()).isEqualTo(1);
  }

  private static Contender contender(String label, int passed, int of, int unjudged, int cents) {
    return new Contender(
        label, new Wilson(passed, of), unjudged, Money.cents(cents), Duration.ofSeconds(3));
  }
}
