package dev.knowhow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0               | 0¢
          0.000000000001  | less than 0.01¢
          0.0000999       | less than 0.01¢
          0.0001          | 0.01¢
          0.00345         | 0.35¢
          0.005           | 0.5¢
          0.009999        | 1¢
          0.01            | 1¢
          0.014           | 1.4¢
          0.0149          | 1.5¢
          0.0996          | 10¢
          0.14            | 14¢
          0.994           | 99¢
          0.996           | $1
          1               | $1
          3.42            | $3.42
          3.4             | $3.40
          10              | $10
          999.994         | $999.99
          999.996         | $1,000
          1234.56         | $1,235
          """)
  void isShownWithTheDigitsThatMatter(String dollars, String shown) {
    assertThat(Money.ofDollars(dollars).shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.014   | 0.021  | about 1.4–2.1¢
          0.014   | 0.0141 | about 1.4¢
          0.8     | 1.2    | about 80¢–$1.20
          1.2     | 3.42   | about $1.20–$3.42
          0       | 0.003  | up to 0.3¢
          0.00001 | 0.003  | up to 0.3¢
          0.00001 | 0.0000 | wrong
          0       | 0      | 0¢
          0.00001 | 0.00002| less than 0.01¢
          """)
  void aRangeIsShownAsOneThought(String low, String high, String shown) {
    if (shown.equals("wrong")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new CostRange(Money.ofDollars(low), Money.ofDollars(high)));
      return;
    }
    assertThat(new CostRange(Money.ofDollars(low), Money.ofDollars(high)).shown()).isEqualTo(shown);
  }

  @Test
  void refusesWhatItCannotCount() {
    Money most = new Money(Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofDollars("0.0000000000001"))
        .isInstanceOf(ArithmeticException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1));
  }
}
