package dev.knowhow.tool;

import dev.knowhow.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// All files of a tool as one snapshot: its own folder, and below `house/` what it inherits from
/// its vertical.
///
/// Equal files give equal [#bytes] and an equal [#sha256], whatever the order they came in.
/// Immutable.
public final class ToolFiles {
  /// How many files a tool may have.
  public static final int MAX_FILES = 500;

  /// How many bytes all files together may have.
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  /// Where the inherited files are.
  public static final String HOUSE = "house/";

  private static final byte[] MAGIC = "knowhow-files/1\n".getBytes(StandardCharsets.US_ASCII);

  private final SortedMap<String, byte[]> files;
  private final byte[] snapshot;
  private final String sha256;

  private ToolFiles(SortedMap<String, byte[]> files) {
    this.files = files;
    this.snapshot = write(files);
    this.sha256 = sha256Of(snapshot);
  }

  /// A snapshot of files by their path, such as `prompts/found.md`.
  ///
  /// @throws Problem of kind `BAD_INPUT` for a path that leads out of the folder, `TOO_LARGE` for
  ///   too many or too large files
  public static ToolFiles of(Map<String, byte[]> files) {
    if (files.size() > MAX_FILES) {
      throw Problem.of(
          Problem.Kind.TOO_LARGE,
          "The tool has " + files.size() + " files.",
          "It may have at most " + MAX_FILES + ".");
    }
    TreeMap<String, byte[]> copy = new TreeMap<>();
    long bytes = 0;
    for (var file : files.entrySet()) {
      if (!ToolPaths.isInside(file.getKey())) {
        throw Problem.of(
            Problem.Kind.BAD_INPUT,
            "The file name “" + file.getKey() + "” does not stay in the tool's folder.",
            "Use names such as prompts/letter.md.");
      }
      bytes += file.getValue().length;
      copy.put(file.getKey(), file.getValue().clone());
    }
    if (bytes > MAX_BYTES) {
      throw Problem.of(
          Problem.Kind.TOO_LARGE,
          "The files of the tool have " + bytes + " bytes together.",
          "They may have at most " + MAX_BYTES + ".");
    }
    return new ToolFiles(copy);
  }

  /// The snapshot that [#bytes] wrote.
  ///
  /// @throws IllegalArgumentException for bytes that it did not write
  public static ToolFiles parse(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] magic = take(in, MAGIC.length);
    if (!MessageDigest.isEqual(magic, MAGIC)) {
      throw new IllegalArgumentException("not a snapshot of a tool");
    }
    TreeMap<String, byte[]> files = new TreeMap<>();
    while (in.hasRemaining()) {
      String path = new String(take(in, takeLength(in)), StandardCharsets.UTF_8);
      files.put(path, take(in, takeLength(in)));
    }
    return of(files);
  }

  /// The paths in their order.
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
  }

  /// The bytes of a file.
  public Optional<byte[]> get(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  /// Whether there is such a file.
  public boolean has(String path) {
    return files.containsKey(path);
  }

  /// The same files with one more, or with other bytes for a path.
  public ToolFiles with(String path, byte[] bytes) {
    TreeMap<String, byte[]> more = new TreeMap<>(files);
    more.put(path, bytes);
    return of(more);
  }

  /// The same files without one.
  public ToolFiles without(String path) {
    TreeMap<String, byte[]> fewer = new TreeMap<>(files);
    fewer.remove(path);
    return of(fewer);
  }

  /// The snapshot as bytes, the same for the same files.
  public byte[] bytes() {
    return snapshot.clone();
  }

  /// The SHA-256 of [#bytes], in 64 small hexadecimal digits.
  public String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ToolFiles that && that.sha256.equals(sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  @Override
  public String toString() {
    return files.size() + " files " + sha256;
  }

  private static byte[] write(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC);
    files.forEach((path, bytes) -> {
      putWithLength(out, path.getBytes(StandardCharsets.UTF_8));
      putWithLength(out, bytes);
    });
    return out.toByteArray();
  }

  private static void putWithLength(ByteArrayOutputStream out, byte[] bytes) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    out.writeBytes(bytes);
  }

  private static int takeLength(ByteBuffer in) {
    if (in.remaining() < Integer.BYTES) {
      throw new IllegalArgumentException("the snapshot of a tool ends early");
    }
    return in.getInt();
  }

  private static byte[] take(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("the snapshot of a tool ends early");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static String sha256Of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
