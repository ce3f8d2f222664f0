package dev.knowhow.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One answer on its way, in the protocol that was asked in.
abstract class FakeSpeech {
  static final ObjectMapper JSON = new ObjectMapper();

  /// How an answer ends.
  enum End {
    DONE,
    CUT_OFF,
    DECLINED
  }

  private final HttpExchange exchange;
  private final CountDownLatch closing;
  private final Duration between;
  private OutputStream out = OutputStream.nullOutputStream();
  final Asked asked;

  FakeSpeech(HttpExchange exchange, Asked asked, CountDownLatch closing, Duration between) {
    this.exchange = exchange;
    this.asked = asked;
    this.closing = closing;
    this.between = between;
  }

  /// The whole answer as one JSON object.
  abstract ObjectNode whole(String text, String usage, End end);

  /// The events before the text.
  abstract void opens(String usage);

  /// The event with a piece of the text.
  abstract void piece(String text);

  /// The events after the text.
  abstract void closes(String text, String usage, End end);

  /// The event that reports an error in the middle.
  abstract void fails(String message);

  void answer(String text, String usage, End end) throws IOException {
    if (!asked.json().path("stream").asBoolean()) {
      send(200, "application/json", JSON.writeValueAsBytes(whole(text, usage, end)));
      return;
    }
    begin();
    opens(usage);
    pieces(text);
    closes(text, usage, end);
    out.close();
  }

  void lingers(String text) throws IOException {
    begin();
    opens("");
    pieces(text);
    closes(text, "", End.DONE);
    pause(Duration.ofMinutes(10));
  }

  void half(String text) throws IOException {
    begin();
    opens("");
    pieces(text);
    throw new IOException("the stream breaks here, as the test wants it");
  }

  void failsMidway(String text, String message) throws IOException {
    begin();
    opens("");
    pieces(text);
    fails(message);
    out.close();
  }

  void garbageStream() throws IOException {
    begin();
    raw("data: {\"type\": \"mess\n\nevent: ???\ndata: <html>\n\n");
    out.close();
  }

  void send(int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void begin() throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    out = exchange.getResponseBody();
  }

  private void pieces(String text) {
    for (String part : cut(text)) {
      if (!between.isZero()) {
        pause(between);
      }
      piece(part);
    }
  }

  void pause(Duration time) {
    try {
      if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UncheckedIOException(new IOException("the fake is closing"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  void raw(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cut(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = Math.min(start + 12, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end++;
      }
      parts.add(text.substring(start, end));
      start = end;
    }
    return parts;
  }

  static String printed(ObjectNode node) {
    return node.toString();
  }
}
