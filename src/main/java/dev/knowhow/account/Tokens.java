package dev.knowhow.account;

import dev.knowhow.store.Blobs;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/// Secrets that somebody is given once and that are kept as a hash, and ids that are no secret.
final class Tokens {
  private static final Duration SESSION = Duration.ofDays(30);
  private static final int TOKEN_BYTES = 32;
  private static final int ID_BYTES = 16;

  private final SecureRandom random;

  Tokens(SecureRandom random) {
    this.random = random;
  }

  /// A new secret of 256 random bits, which fits into an address.
  String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
  }

  String id() {
    return HexFormat.of().formatHex(bytes(ID_BYTES));
  }

  /// A session that begins now.
  Session session(Actor actor, Instant now) {
    return new Session(secret(), actor, now.plus(SESSION));
  }

  /// The form in which a secret is kept and looked up.
  static String hashed(String secret) {
    return Blobs.sha256(secret.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
