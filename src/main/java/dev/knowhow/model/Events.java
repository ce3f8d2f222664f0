package dev.knowhow.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The data of a stream of server-sent events, one event at a time (WHATWG HTML, section 9.2).
///
/// Names of events are not kept: both protocols repeat them in the data. Comments are skipped.
final class Events {
  private static final int MOST_BYTES = 4_000_000;

  private final InputStream in;
  private final byte[] buffer = new byte[8192];
  private int position;
  private int end;
  private boolean afterCarriageReturn;

  Events(InputStream in) {
    this.in = in;
  }

  /// The next event's data, or empty at the end; an event that is not finished is dropped.
  Optional<String> next() throws IOException {
    StringBuilder data = new StringBuilder();
    boolean any = false;
    for (Optional<String> line = line(); line.isPresent(); line = line()) {
      String text = line.get();
      if (text.isEmpty()) {
        if (any) {
          return Optional.of(data.toString());
        }
      } else if (text.startsWith("data:")) {
        String value = text.substring(text.startsWith("data: ") ? 6 : 5);
        if (any) {
          data.append('\n');
        }
        data.append(value);
        any = true;
        if (data.length() > MOST_BYTES) {
          throw new IOException("one event is larger than " + MOST_BYTES + " bytes");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int b = read();
      if (b < 0) {
        return Optional.empty();
      }
      boolean skip = b == '\n' && afterCarriageReturn;
      afterCarriageReturn = b == '\r';
      if (skip) {
        continue;
      }
      if (b == '\n' || b == '\r') {
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      if (line.size() >= MOST_BYTES) {
        throw new IOException("one line is larger than " + MOST_BYTES + " bytes");
      }
      line.write(b);
    }
  }

  private int read() throws IOException {
    if (position == end) {
      end = in.read(buffer);
      position = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[position++] & 0xff;
  }
}
