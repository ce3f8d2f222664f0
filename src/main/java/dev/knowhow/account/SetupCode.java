package dev.knowhow.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/// The one-time code that the program prints at its start while there is no owner, so that whoever
/// finds the address first does not own the place: 128 random bits.
///
/// It lives in memory only; the next start has another one. Immutable and thread-safe.
public final class SetupCode {
  /// Letters and digits that are not taken for one another.
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

  private static final int LENGTH = 26;
  private static final int GROUP = 5;

  private final String signs;

  private SetupCode(String signs) {
    this.signs = signs;
  }

  /// A new code: 26 signs of 5 random bits each.
  public static SetupCode random(SecureRandom random) {
    StringBuilder signs = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return new SetupCode(signs.toString());
  }

  /// The code in groups, as it is printed and read aloud.
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < signs.length(); i++) {
      if (i > 0 && i % GROUP == 0) {
        shown.append('-');
      }
      shown.append(signs.charAt(i));
    }
    return shown.toString();
  }

  /// Whether a person typed this code; case, spaces and dashes don't matter, and how long the
  /// answer takes does not say how much of it was right.
  public boolean matches(String typed) {
    String plain =
        typed
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return MessageDigest.isEqual(
        plain.getBytes(StandardCharsets.UTF_8), signs.getBytes(StandardCharsets.UTF_8));
  }

  /// A word that gives nothing away.
  @Override
  public String toString() {
    return "SetupCode";
  }
}
