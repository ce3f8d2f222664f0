package dev.knowhow.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.knowhow.account.Actor;
import dev.knowhow.tool.DocumentText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// Documents that were read for a form which has not been accepted yet, so that nobody has to
/// choose a file again because another field was wrong.
///
/// They are kept for two hours, in memory, for the one person who gave them. Thread-safe.
final class KeptDocuments {
  private static final long MOST_CHARACTERS = 40_000_000;

  private final Cache<Key, DocumentText> documents =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Key _, DocumentText document) -> document.text().length() + 100)
          .expireAfterAccess(Duration.ofHours(2))
          .build();

  private record Key(String personId, String token) {}

  /// Keeps a document and returns what the form sends instead of the file.
  String keep(Actor actor, DocumentText document) {
    String token = token(document);
    documents.put(new Key(actor.personId(), token), document);
    return token;
  }

  /// The document of a token, while it is kept.
  Optional<DocumentText> find(Actor actor, String token) {
    return Optional.ofNullable(documents.getIfPresent(new Key(actor.personId(), token)));
  }

  private static String token(DocumentText document) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(document.name().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      byte[] hash = digest.digest(document.text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
