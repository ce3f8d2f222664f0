package dev.knowhow.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server that answers each connection with bytes of the test's choice, HTTP or not.
final class RawServer implements AutoCloseable {

  /// What to do with one connection after the request's head was read.
  interface Conduct {
    void with(OutputStream out, CountDownLatch closing) throws Exception;
  }

  private final ServerSocket socket;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<String> heads = new CopyOnWriteArrayList<>();

  RawServer(Conduct conduct) throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> accept(conduct));
  }

  /// Answers with fixed text.
  static RawServer saying(String answer) throws IOException {
    return new RawServer(
        (out, _) -> out.write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  int port() {
    return socket.getLocalPort();
  }

  /// The heads of the requests so far.
  List<String> heads() {
    return heads;
  }

  private void accept(Conduct conduct) {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        Thread.ofVirtual().start(() -> serve(one, conduct));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket one, Conduct conduct) {
    try (one) {
      var in =
          new BufferedReader(
              new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
      StringBuilder head = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        head.append(line).append('\n');
      }
      heads.add(head.toString());
      conduct.with(one.getOutputStream(), closing);
    } catch (Exception _) {
      // the client went away, which is what several tests are about
    }
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    socket.close();
  }
}
