package dev.knowhow.store;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Handle;

/// Bytes kept under the SHA-256 of what they are, in rows of at most one megabyte; equal bytes are
/// kept once.
///
/// Thread-safe; everything happens in the transaction of the handle that is given.
public final class Blobs {
  private static final int ROW = 1 << 20;

  private static final String EXISTS = "SELECT COUNT(*) FROM blobs WHERE sha256 = :sha256";
  private static final String INSERT =
      """
      INSERT INTO blobs (sha256, part, bytes) VALUES (:sha256, :part, :bytes)
      ON CONFLICT (sha256, part) DO NOTHING
      """;
  private static final String READ = "SELECT bytes FROM blobs WHERE sha256 = :sha256 ORDER BY part";

  Blobs() {}

  /// Keeps the bytes and says under which hash, in lower-case hexadecimal.
  public String put(Handle handle, byte[] bytes) {
    String sha256 = sha256(bytes);
    put(handle, sha256, bytes);
    return sha256;
  }

  /// Keeps bytes whose hash the caller has made.
  public void put(Handle handle, String sha256, byte[] bytes) {
    if (has(handle, sha256)) {
      return;
    }
    int part = 0;
    int from = 0;
    do {
      byte[] row = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + ROW));
      handle
          .createUpdate(INSERT)
          .bind("sha256", sha256)
          .bind("part", part++)
          .bind("bytes", row)
          .execute();
      from += ROW;
    } while (from < bytes.length);
  }

  /// Whether bytes are kept under this hash.
  public boolean has(Handle handle, String sha256) {
    return handle.createQuery(EXISTS).bind("sha256", sha256).mapTo(Integer.class).one() > 0;
  }

  /// The bytes kept under a hash.
  ///
  /// @throws NoSuchElementException if there are none
  /// @throws IllegalStateException if they are not what the hash says: the database is damaged
  public byte[] get(Handle handle, String sha256) {
    List<byte[]> rows = handle.createQuery(READ).bind("sha256", sha256).mapTo(byte[].class).list();
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
