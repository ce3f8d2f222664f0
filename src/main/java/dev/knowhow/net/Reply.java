package dev.knowhow.net;

import java.io.IOException;
import java.io.InputStream;
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

  @Override
  void close();
}
