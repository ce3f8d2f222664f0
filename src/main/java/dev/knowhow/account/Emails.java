package dev.knowhow.account;

import dev.knowhow.problem.Fault;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Email addresses, as far as signing in needs them.
final class Emails {
  private static final Pattern PLAUSIBLE = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

  private Emails() {}

  static boolean plausible(String email) {
    return PLAUSIBLE.matcher(email.strip()).matches();
  }

  static Optional<Fault> faultIn(String email) {
    return plausible(email)
        ? Optional.empty()
        : Optional.of(
            Fault.at(
                "",
                0,
                "email",
                "this is not an email address",
                "Write it like ada@example.com; you will sign in with it."));
  }

  /// The form in which an address is kept and looked up.
  static String kept(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
