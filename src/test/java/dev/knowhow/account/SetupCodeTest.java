package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SetupCodeTest {
  private final SetupCode code = SetupCode.random(new SecureRandom());

  @Test
  void holdsAtLeastHundredTwentyEightBits() {
    assertThat(code.shown()).matches("([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]");
    assertThat(code.shown()).isNotEqualTo(SetupCode.random(new SecureRandom()).shown());
  }

  @Test
  void isReadHoweverItIsTyped() {
    assertThat(code.matches(code.shown())).isTrue();
    assertThat(code.matches(" " + code.shown().toLowerCase(Locale.ROOT).replace("-", " ")))
        .isTrue();
    assertThat(code.matches(code.shown().replace('0', 'o').replace('1', 'l'))).isTrue();
  }

  @Test
  void matchesNothingElse() {
    assertThat(code.matches("")).isFalse();
    assertThat(code.matches(code.shown() + "A")).isFalse();
    assertThat(code.matches(code.shown().substring(1))).isFalse();
  }

  @Test
  void doesNotShowItselfByAccident() {
    assertThat("" + code).doesNotContain(code.shown());
    assertThat("" + new Password("four words in a row")).isEqualTo("Password");
  }
}
