package dev.knowhow.account;

import java.util.Locale;
import java.util.regex.Pattern;

/// Email addresses, as far as signing in needs them.
final class Emails {
  private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

  private Emails() {}

  static boolean plausible(String email) {
    return PLAUSIBLE.matcher(email.strip()).matches();
  }

  /// The form in which an address is kept and looked up.
  static String kept(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
