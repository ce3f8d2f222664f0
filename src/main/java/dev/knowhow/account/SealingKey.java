package dev.knowhow.account;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The key that seals secrets at rest: 32 random bytes, kept in a file that only its owner may
/// read, or given by the operator. It is never in a backup.
///
/// Immutable and thread-safe.
public final class SealingKey {
  private static final int KEY_BYTES = 32;
  private static final int KEY_ID = 1;

  private final Aead aead;

  private SealingKey(byte[] key) {
    this.aead = aead(key);
  }

  /// The key written as base64, as an environment variable holds it; `openssl rand -base64 32`
  /// makes one.
  ///
  /// @throws Problem of kind `BAD_INPUT` if it is not 32 bytes in base64
  public static SealingKey of(String base64) {
    return new SealingKey(decoded(base64, "KNOWHOW_KEY"));
  }

  /// The key in a file; a missing file is made with a new key.
  ///
  /// @throws Problem of kind `UNAVAILABLE` if the file can't be read or made
  public static SealingKey inFile(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        create(file, random);
      }
      return new SealingKey(
          decoded(Files.readString(file, StandardCharsets.US_ASCII), file.toString()));
    } catch (IOException e) {
      throw Problem.of(
              Problem.Kind.UNAVAILABLE,
              "The sealing key " + file + " can't be read or made.",
              "Give the user that runs Knowhow the right to read and write the data folder.")
          .causedBy(e);
    }
  }

  byte[] seal(byte[] clear, byte[] boundTo) {
    try {
      return aead.encrypt(clear, boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed", e);
    }
  }

  /// Opens what was sealed.
  ///
  /// @throws GeneralSecurityException if it was sealed with another key, bound to something else,
  ///   or changed since
  byte[] open(byte[] sealed, byte[] boundTo) throws GeneralSecurityException {
    return aead.decrypt(sealed, boundTo);
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    byte[] text =
        (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII);
    Path made = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(made);
    try (FileChannel channel =
        FileChannel.open(
            made,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(text));
      channel.force(true);
    }
    try {
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException _) {
      // another process was first; its key is the one
    }
    Files.delete(made);
  }

  private static byte[] decoded(String base64, String where) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException _) {
      key = new byte[0];
    }
    if (key.length != KEY_BYTES) {
      throw Problem.at(
          Problem.Kind.BAD_INPUT,
          where,
          "The sealing key is not 32 bytes written in base64.",
          "Put the old key back, since nothing else opens the saved provider keys; for a new"
              + " installation `openssl rand -base64 32` makes one.");
    }
    return key;
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) {
    try {
      AeadConfig.register();
      AesGcmKey aes =
          AesGcmKey.builder()
              .setParameters(
                  AesGcmParameters.builder()
                      .setKeySizeBytes(KEY_BYTES)
                      .setIvSizeBytes(12)
                      .setTagSizeBytes(16)
                      .setVariant(AesGcmParameters.Variant.TINK)
                      .build())
              .setIdRequirement(KEY_ID)
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build();
      return KeysetHandle.newBuilder()
          .addEntry(KeysetHandle.importKey(aes).withFixedId(KEY_ID).makePrimary())
          .build()
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is missing from this Java", e);
    }
  }
}
