package dev.knowhow.testing;

import dev.knowhow.account.Actor;
import dev.knowhow.account.Role;

/// The people of our tests.
public final class Cast {
  /// Owns everything.
  public static final Actor ADA = new Actor("ada", "Ada", Role.OWNER);

  /// May run tools.
  public static final Actor BEN = new Actor("ben", "Ben", Role.RUNNER);

  /// May build tools.
  public static final Actor CLEO = new Actor("cleo", "Cleo", Role.BUILDER);

  private Cast() {}
}
