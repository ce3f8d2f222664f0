package dev.knowhow.net;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/// An answer whose body is still arriving; closing it ends the call.
///
/// Not thread-safe; one thread reads it.
public interface Reply extends AutoCloseable {

  /// The status code.
  int status();

  /// The first header of a name, without regard to case.
  Optional<String> header(String name);

  /// The body as it arrives.
  ///
  /// Its reads throw [OutboundFailure] when a limit is reached or the connection breaks.
  InputStream body();

  /// The body to its end, but no more than `atMost` bytes of it.
  default byte[] bodyAtMost(int atMost) throws IOException {
    return body().readNBytes(atMost);
  }

  /// Allows no more than `rest` for what is still to come; after that, reads fail as stalled.
  ///
  /// For a reader who has all it wants and only waits for a tidy end, so that the connection can be
  /// used again.
  void hurry(Duration rest);

  @Override
  void close();
}
