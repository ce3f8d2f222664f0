package dev.knowhow.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the server and a worker send each other: a kind and some texts, each with its length before
/// it. Texts are scripts and JSON; nothing else ever crosses.
///
/// On the wire: the length of all that follows (4 bytes), the kind's letter (1 byte), then for each
/// text its length in bytes (4 bytes) and its UTF-8. Lengths are big-endian.
///
/// @param kind what is said
/// @param parts the texts, as many as the kind has
public record Frame(Kind kind, List<String> parts) {
  /// How many bytes a frame may have.
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final int MAX_PARTS = 16;

  /// Copies the list.
  public Frame {
    parts = List.copyOf(parts);
    if (parts.size() != kind.parts || parts.size() > MAX_PARTS) {
      throw new IllegalArgumentException(kind + " with " + parts.size() + " texts");
    }
  }

  /// What a frame says, with the number of its texts.
  public enum Kind {
    /// Worker: I am warm. Texts: the version of the engine.
    READY('R', 1),
    /// Server: execute this from the start. Texts: id, key to keep it warm or empty, prelude's
    /// number, script, request as JSON.
    SLICE('S', 5),
    /// Server: go on where the flow of this key stands. Texts: id, key, how many answers it must
    /// have had, the new answers as JSON.
    GO_ON('G', 4),
    /// Worker: what it came to. Texts: id, outcome as JSON, `tired` if the worker should be
    /// replaced.
    SLICED('D', 3),
    /// Worker: the flow of this key is not here as you say; execute it from the start. Texts: id.
    COLD('C', 1),
    /// Worker: the sandbox ended it. Texts: id, the breach's name, the line or 0, the message.
    BROKE('B', 4);

    private final char letter;
    private final int parts;

    Kind(char letter, int parts) {
      this.letter = letter;
      this.parts = parts;
    }
  }

  /// A frame of some texts.
  public static Frame of(Kind kind, String... parts) {
    return new Frame(kind, List.of(parts));
  }

  /// The text at a place.
  public String part(int index) {
    return parts.get(index);
  }

  /// Writes the frame and flushes.
  ///
  /// @throws FrameTooLarge if it has more than [#MAX_BYTES]; nothing was written then
  public void writeTo(OutputStream out) throws IOException {
    List<byte[]> texts = new ArrayList<>();
    long length = 1;
    for (String part : parts) {
      byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
      length += 4L + utf8.length;
      texts.add(utf8);
    }
    if (length > MAX_BYTES) {
      throw new FrameTooLarge(length);
    }
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt((int) length);
    data.writeByte(kind.letter);
    for (byte[] text : texts) {
      data.writeInt(text.length);
      data.write(text);
    }
    data.flush();
  }

  /// Reads the next frame; empty where the stream ends before one.
  ///
  /// @throws IOException if the stream ends inside a frame, or what it holds is none
  public static Optional<Frame> readFrom(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    int length = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
    if (length < 1 || length > MAX_BYTES) {
      throw new IOException("no frame: a length of " + length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the stream ended inside a frame");
    }
    return Optional.of(parsed(bytes));
  }

  private static Frame parsed(byte[] bytes) throws IOException {
    Kind kind = kind((char) bytes[0]);
    List<String> parts = new ArrayList<>();
    int at = 1;
    while (at < bytes.length && parts.size() < MAX_PARTS) {
      if (bytes.length - at < 4) {
        throw new IOException("no frame: a text's length is cut off");
      }
      int length =
          (bytes[at] & 0xff) << 24
              | (bytes[at + 1] & 0xff) << 16
              | (bytes[at + 2] & 0xff) << 8
              | bytes[at + 3] & 0xff;
      at += 4;
      if (length < 0 || length > bytes.length - at) {
        throw new IOException("no frame: a text of " + length + " bytes");
      }
      parts.add(new String(bytes, at, length, StandardCharsets.UTF_8));
      at += length;
    }
    if (at != bytes.length || parts.size() != kind.parts) {
      throw new IOException("no frame: " + kind + " with " + parts.size() + " texts");
    }
    return new Frame(kind, parts);
  }

  private static Kind kind(char letter) throws IOException {
    for (Kind kind : Kind.values()) {
      if (kind.letter == letter) {
        return kind;
      }
    }
    throw new IOException("no frame: of kind " + (int) letter);
  }
}
