package dev.knowhow.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// A model server that costs next to nothing, so that what is measured is Knowhow: it speaks
/// OpenAI's protocol over a real socket, streams a right answer to each of the three asks of the
/// benchmark's tool, and waits as long as it is told before the first word.
final class FakeModel implements AutoCloseable {
  private static final String FOUND =
      "{\\\"reason\\\":\\\"because of frequency\\\",\\\"dated\\\":\\\"2026-01-05\\\"}";
  private static final String PLAN = "Say what was done and when.";
  private static final String ANSWER = "Thank you for your letter about frequency.";

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration wait;
  private final LongConsumer arrived;
  private final AtomicLong calls = new AtomicLong();

  /// Listens on a port, or on a free one.
  ///
  /// @param arrived is told the moment (of the system's nano clock) at which a call arrived
  FakeModel(int port, Duration wait, LongConsumer arrived) {
    this.wait = wait;
    this.arrived = arrived;
    try {
      socket = new ServerSocket(port, 4_096, InetAddress.getLoopbackAddress());
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    Thread.ofPlatform().daemon().name("fake-model").start(this::accept);
  }

  /// A process of its own: `PORT MILLISECONDS`, until its input ends.
  public static void main(String[] arguments) throws IOException {
    try (FakeModel _ =
        new FakeModel(
            Integer.parseInt(arguments[0]),
            Duration.ofMillis(Long.parseLong(arguments[1])),
            _ -> {})) {
      System.out.println("READY");
      while (System.in.read() >= 0) {
        // the one who started it is still there
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  long calls() {
    return calls.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = new BufferedOutputStream(client.getOutputStream());
      while (true) {
        int length = head(in);
        if (length < 0) {
          return;
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        arrived.accept(System.nanoTime());
        calls.incrementAndGet();
        if (!wait.isZero()) {
          Thread.sleep(wait);
        }
        answer(out, said(body));
      }
    } catch (IOException gone) {
      // the other side has what it wanted
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private static String said(String body) {
    if (body.contains("Copy it word for word")) {
      return FOUND;
    }
    return body.contains("how to answer this reason") ? PLAN : ANSWER;
  }

  /// Reads a request's head; the length of its body, or -1 where the stream has ended.
  private static int head(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int length = 0;
    boolean any = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        String text = line.toString().strip().toLowerCase(Locale.ROOT);
        line.setLength(0);
        if (text.isEmpty() && any) {
          return length;
        }
        any = true;
        if (text.startsWith("content-length:")) {
          length = Integer.parseInt(text.substring("content-length:".length()).strip());
        }
      } else {
        line.append((char) b);
      }
    }
    return -1;
  }

  private static void answer(OutputStream out, String text) throws IOException {
    int half = text.length() / 2;
    if (text.charAt(half - 1) == '\\') {
      half++;
    }
    String events =
        event("{\"content\":\"" + text.substring(0, half) + "\"}", "null", "null")
            + event("{\"content\":\"" + text.substring(half) + "\"}", "null", "null")
            + event("{}", "\"stop\"", "null")
            + event(
                "{}",
                "null",
                "{\"prompt_tokens\":220,\"completion_tokens\":20,\"total_tokens\":240}")
            + "data: [DONE]\n\n";
    byte[] bytes = events.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.flush();
  }

  private static String event(String delta, String finish, String usage) {
    return "data: {\"id\":\"fake\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,"
        + "\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finish
        + "}],\"usage\":"
        + usage
        + "}\n\n";
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
