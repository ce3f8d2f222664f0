package dev.knowhow.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.knowhow.problem.Fault;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Passwords as they are kept: argon2id with 19 MiB and two passes, a salt of its own each.
///
/// At most two are worked on at a time, so that many sign-ins at once don't take the memory of the
/// runs.
final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function argon2;
  private final Semaphore atOnce = new Semaphore(2);
  private @Nullable String nobodys;

  Passwords() {
    this(MEMORY_KIB, PASSES);
  }

  /// Other costs than those of the program, for tests that are not about them.
  Passwords(int memoryKib, int passes) {
    this.argon2 = Argon2Function.getInstance(memoryKib, passes, LANES, HASH_BYTES, Argon2.ID);
  }

  static Optional<Fault> faultIn(Password password) {
    int length = password.typed().length();
    if (length >= Password.SHORTEST && length <= Password.LONGEST) {
      return Optional.empty();
    }
    return Optional.of(
        Fault.at(
            "",
            0,
            "password",
            "a password of "
                + Password.SHORTEST
                + " to "
                + Password.LONGEST
                + " characters is wanted",
            "A few words in a row are easy to remember."));
  }

  String hash(Password password) {
    atOnce.acquireUninterruptibly();
    try {
      return com.password4j.Password.hash(password.typed())
          .addRandomSalt(SALT_BYTES)
          .with(argon2)
          .getResult();
    } finally {
      atOnce.release();
    }
  }

  boolean fits(Password password, String hash) {
    if (password.typed().length() > Password.LONGEST) {
      return false;
    }
    atOnce.acquireUninterruptibly();
    try {
      return com.password4j.Password.check(password.typed(), hash)
          .with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      atOnce.release();
    }
  }

  /// Takes as long as [#fits] for a person who does not exist, so that nobody learns who does.
  void fitsNobody(Password password) {
    fits(password, nobodysHash());
  }

  /// Made at the first need: the program's start does not wait for it.
  private synchronized String nobodysHash() {
    String made = nobodys;
    if (made == null) {
      made = hash(new Password("a password that nobody has"));
      nobodys = made;
    }
    return made;
  }
}
