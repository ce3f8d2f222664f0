package dev.knowhow.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads bytes without a signature as text: by their byte order mark, else as UTF-8, else as UTF-16
/// where every other byte is zero, else as Windows-1252.
final class TextFile {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private TextFile() {}

  /// The text, or nothing where the bytes are no text.
  static Optional<String> read(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xFF : 0;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
    if (first == 0xFF && second == 0xFE) {
      return decoded(bytes, StandardCharsets.UTF_16LE).filter(TextFile::isText);
    }
    if (first == 0xFE && second == 0xFF) {
      return decoded(bytes, StandardCharsets.UTF_16BE).filter(TextFile::isText);
    }
    Optional<String> utf8 = decoded(bytes, StandardCharsets.UTF_8).filter(TextFile::isText);
    if (utf8.isPresent()) {
      return utf8;
    }
    if (zeros(bytes, 1) * 10L > bytes.length * 4L) {
      return decoded(bytes, StandardCharsets.UTF_16LE).filter(TextFile::isText);
    }
    if (zeros(bytes, 0) * 10L > bytes.length * 4L) {
      return decoded(bytes, StandardCharsets.UTF_16BE).filter(TextFile::isText);
    }
    return Optional.of(new String(bytes, WINDOWS_1252)).filter(TextFile::isText);
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// Text has next to no control characters and no unknown ones; other files are full of them.
  private static boolean isText(String text) {
    long odd =
        text.chars()
            .filter(
                c -> c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0xFFFD)
            .count();
    return odd <= 1 + text.length() / 200 && text.indexOf('\0') < 0;
  }

  private static long zeros(byte[] bytes, int from) {
    long zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }
}
