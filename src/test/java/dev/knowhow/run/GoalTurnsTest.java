package dev.knowhow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.price.Money;
import dev.knowhow.tool.GoalBudget;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What working towards a goal costs at most is estimated by its budget, not by one lucky turn.
class GoalTurnsTest {
  private static final GoalTurns TWO = GoalTurns.NONE.and(Money.cents(2)).and(Money.cents(3));

  private static GoalBudget budget(int calls, Optional<BigDecimal> dollars) {
    return new GoalBudget(calls, Optional.empty(), dollars, Optional.empty());
  }

  @Test
  void takesEachFurtherTurnForAsDearAsTheDearest() {
    assertThat(TWO.most(budget(8, Optional.empty()))).isEqualTo(Money.cents(2 + 3 + 6 * 3));
  }

  @Test
  void isNoLessThanWhatTheExampleTook() {
    assertThat(TWO.most(budget(1, Optional.empty()))).isEqualTo(Money.cents(5));
  }

  @Test
  void endsWithTheTurnThatCrossesTheSumOfMoney() {
    BigDecimal tenCents = new BigDecimal("0.10");
    assertThat(TWO.most(budget(8, Optional.of(tenCents)))).isEqualTo(Money.cents(13));
  }
}
