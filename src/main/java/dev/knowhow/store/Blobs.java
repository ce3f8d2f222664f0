package dev.knowhow.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Bytes kept under the SHA-256 of what they are, in rows of at most one megabyte; equal bytes are
/// kept once.
///
/// Thread-safe; everything happens in the transaction of the handle that is given.
public final class Blobs {
  private static final int ROW = 1 << 20;

  private static final Sql EXISTS =
      Sql.of("SELECT 1 FROM blobs WHERE sha256 = :sha256 AND part = 0");
  private static final Sql INSERT =
      Sql.of(
          """
          INSERT INTO blobs (sha256, part, bytes) VALUES (:sha256, :part, :bytes)
          ON CONFLICT (sha256, part) DO NOTHING
          """);
  private static final int AT_ONCE = 16;
  private static final List<Sql> EXIST =
      IntStream.rangeClosed(1, AT_ONCE).mapToObj(Blobs::existing).toList();
  private static final Sql READ =
      Sql.of("SELECT bytes FROM blobs WHERE sha256 = :sha256 ORDER BY part");

  Blobs() {}

  private static Sql existing(int many) {
    return Sql.of(
        IntStream.range(0, many)
            .mapToObj(n -> ":hash" + n)
            .collect(
                Collectors.joining(
                    ", ", "SELECT sha256 FROM blobs WHERE part = 0 AND sha256 IN (", ")")));
  }

  /// Keeps many texts, each under the hash that the caller has made of it in UTF-8; looks for all
  /// of them at once.
  public void putTexts(Handle handle, SequencedMap<String, String> texts) {
    List<String> hashes = List.copyOf(texts.keySet());
    Set<String> there = new HashSet<>();
    for (int from = 0; from < hashes.size(); from += AT_ONCE) {
      List<String> some = hashes.subList(from, Math.min(hashes.size(), from + AT_ONCE));
      Sql.Use exist = EXIST.get(some.size() - 1).on(handle);
      for (int n = 0; n < some.size(); n++) {
        exist.bind("hash" + n, some.get(n));
      }
      there.addAll(exist.list(row -> row.getString(1)));
    }
    texts.forEach((sha256, text) -> {
      if (!there.contains(sha256)) {
        insert(handle, sha256, text.getBytes(StandardCharsets.UTF_8));
      }
    });
  }

  /// Keeps the bytes and says under which hash, in lower-case hexadecimal.
  public String put(Handle handle, byte[] bytes) {
    String sha256 = sha256(bytes);
    put(handle, sha256, bytes);
    return sha256;
  }

  /// Keeps bytes whose hash the caller has made.
  public void put(Handle handle, String sha256, byte[] bytes) {
    if (!has(handle, sha256)) {
      insert(handle, sha256, bytes);
    }
  }

  private static void insert(Handle handle, String sha256, byte[] bytes) {
    int part = 0;
    int from = 0;
    do {
      byte[] row = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + ROW));
      INSERT.on(handle).bind("sha256", sha256).bind("part", part++).bind("bytes", row).execute();
      from += ROW;
    } while (from < bytes.length);
  }

  /// Whether bytes are kept under this hash.
  public boolean has(Handle handle, String sha256) {
    return EXISTS.on(handle).bind("sha256", sha256).first(row -> true).isPresent();
  }

  /// The bytes kept under a hash.
  ///
  /// @throws NoSuchElementException if there are none
  /// @throws IllegalStateException if they are not what the hash says: the database is damaged
  public byte[] get(Handle handle, String sha256) {
    List<byte[]> rows = READ.on(handle).bind("sha256", sha256).list(row -> row.getBytes(1));
    if (rows.isEmpty()) {
      throw new NoSuchElementException("no blob " + sha256);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    rows.forEach(all::writeBytes);
    byte[] bytes = all.toByteArray();
    if (!sha256(bytes).equals(sha256)) {
      throw new IllegalStateException("the blob " + sha256 + " is damaged");
    }
    return bytes;
  }

  /// The hash under which bytes are kept.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
