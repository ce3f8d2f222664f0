package dev.knowhow.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private static final Password SECRET = new Password("four words in a row");

  @Test
  void areKeptWithArgon2idNineteenMebibytesAndTwoPasses() {
    Passwords passwords = new Passwords();
    String hash = passwords.hash(SECRET);
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.fits(SECRET, hash)).isTrue();
    assertThat(passwords.fits(new Password("four words in a raw"), hash)).isFalse();
  }

  @Test
  void haveASaltOfTheirOwn() {
    Passwords passwords = new Passwords(64, 1);
    assertThat(passwords.hash(SECRET)).isNotEqualTo(passwords.hash(SECRET));
  }

  @Test
  void stillFitAfterTheCostsHaveChanged() {
    String old = new Passwords(64, 1).hash(SECRET);
    assertThat(new Passwords(128, 2).fits(SECRET, old)).isTrue();
  }
}
