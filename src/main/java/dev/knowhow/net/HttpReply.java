package dev.knowhow.net;

import dev.knowhow.net.OutboundFailure.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/// An answer of the HTTP client, its body bounded by the limits of the call.
final class HttpReply implements Reply {
  private final ClassicHttpResponse response;
  private final Watch watch;
  private final Runnable abort;
  private final Bounded body;

  HttpReply(
      ClassicHttpResponse response, Watch watch, Runnable abort, Destination from, long maxBytes)
      throws IOException {
    this.response = response;
    this.watch = watch;
    this.abort = abort;
    HttpEntity entity = response.getEntity();
    InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
    this.body = new Bounded(content, watch, from, maxBytes);
  }

  @Override
  public int status() {
    return response.getCode();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  @Override
  public InputStream body() {
    return body;
  }

  @Override
  public void hurry(Duration rest) {
    watch.hurry(rest);
  }

  /// Drops the connection unless the body was read to its end; never waits for the rest of it.
  @Override
  public void close() {
    watch.stop();
    if (!body.atEnd) {
      abort.run();
    }
    try {
      response.close();
    } catch (IOException _) {
      // what was wanted of the answer has been read; a connection that won't close is already gone
    }
  }

  private static final class Bounded extends FilterInputStream {
    private final Watch watch;
    private final Destination from;
    private long left;
    private boolean atEnd;

    Bounded(InputStream in, Watch watch, Destination from, long maxBytes) {
      super(in);
      this.watch = watch;
      this.from = from;
      this.left = maxBytes;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count;
      try {
        count = in.read(buffer, offset, length);
      } catch (IOException e) {
        throw Outbound.failure(from, watch, e);
      }
      atEnd = count < 0;
      if (count > 0) {
        watch.pieceArrived();
        left -= count;
        if (left < 0) {
          watch.end(Kind.TOO_LARGE);
          throw Outbound.failure(from, watch, new IOException("more than the limit"));
        }
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      throw new IOException("an answer is read, not skipped");
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {
      // the answer closes the connection; closing the body would first read it to its end
    }
  }
}
