package dev.knowhow.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.net.OutboundFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a call does when the other side misbehaves.
class OutboundLimitsTest {
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          1_000_000);
  private static final String HELLO =
      "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 5\n\nhello";

  private static Outbound allowing(String host, int port) {
    return new Outbound(Resolver.system(), Set.of(new HostPort(host, port)));
  }

  private static OutboundRequest post(String url) {
    return new OutboundRequest(
        Destination.of(url),
        List.of(new OutboundRequest.Header("Authorization", "Bearer canary")),
        "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static String bodyOf(Reply reply) throws IOException {
    return new String(reply.bodyAtMost(1000), StandardCharsets.UTF_8);
  }

  private static Kind failureOf(Outbound outbound, String url, Limits limits) {
    try (Reply reply = outbound.send(post(url), limits)) {
      bodyOf(reply);
      throw new AssertionError("the call went through");
    } catch (OutboundFailure failure) {
      assertThat(failure).hasMessageNotContaining("canary");
      return failure.kind();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysWhenNothingAnswers() throws IOException {
    int port;
    try (RawServer server = RawServer.saying(HELLO)) {
      port = server.port();
    }
    try (Outbound outbound = allowing("localhost", port)) {
      assertThat(failureOf(outbound, "http://localhost:" + port, LIMITS))
          .isEqualTo(Kind.NOT_CONNECTED);
    }
  }

  @Test
  void saysWhenAHostIsNotKnown() {
    Resolver nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    try (Outbound outbound = new Outbound(nobody, Set.of())) {
      assertThat(failureOf(outbound, "https://nobody.example", LIMITS))
          .isEqualTo(Kind.UNKNOWN_HOST);
    }
  }

  @Test
  void saysWhenTheOtherSideIsNotEncrypted() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Outbound outbound = allowing("localhost", server.getLocalPort())) {
      Thread.ofVirtual().start(() -> answerPlainly(server));
      assertThat(failureOf(outbound, "https://localhost:" + server.getLocalPort(), LIMITS))
          .isEqualTo(Kind.NOT_SECURE);
    }
  }

  private static void answerPlainly(ServerSocket server) {
    try (Socket one = server.accept()) {
      one.getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      one.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void givesUpWhenNoAnswerBegins() throws IOException {
    try (RawServer server = new RawServer((_, closing) -> closing.await());
        Outbound outbound = allowing("localhost", server.port())) {
      Limits limits = limits(200, 60_000, 60_000);
      assertThat(failureOf(outbound, "http://localhost:" + server.port(), limits))
          .isEqualTo(Kind.NO_ANSWER);
    }
  }

  @Test
  void givesUpWhenTheAnswerStopsComing() throws IOException {
    try (RawServer server =
            new RawServer((out, closing) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n"
                      .getBytes(StandardCharsets.UTF_8));
              closing.await();
            });
        Outbound outbound = allowing("localhost", server.port())) {
      Limits limits = limits(60_000, 200, 60_000);
      assertThat(failureOf(outbound, "http://localhost:" + server.port(), limits))
          .isEqualTo(Kind.STALLED);
    }
  }

  @Test
  void givesUpOnAnAnswerThatDripsForEver() throws IOException {
    try (RawServer server =
            new RawServer((out, closing) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
              while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                out.write('.');
                out.flush();
              }
            });
        Outbound outbound = allowing("localhost", server.port())) {
      assertThat(failureOf(outbound, "http://localhost:" + server.port(), limits(300, 300, 500)))
          .isEqualTo(Kind.TOO_LONG);
    }
  }

  @Test
  void givesUpOnAHeadThatDripsForEver() throws IOException {
    try (RawServer server =
            new RawServer((out, closing) -> {
              out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.UTF_8));
              while (!closing.await(20, TimeUnit.MILLISECONDS)) {
                out.write('.');
                out.flush();
              }
            });
        Outbound outbound = allowing("localhost", server.port())) {
      assertThat(failureOf(outbound, "http://localhost:" + server.port(), limits(100, 100, 60_000)))
          .isEqualTo(Kind.NO_ANSWER);
    }
  }

  @Test
  void givesUpOnABodyBeyondTheLimit() throws IOException {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\n\n" + "x".repeat(5000));
        Outbound outbound = allowing("localhost", server.port());
        Reply reply =
            outbound.send(
                post("http://localhost:" + server.port()),
                new Limits(
                    LIMITS.connect(), LIMITS.firstByte(), LIMITS.idle(), LIMITS.total(), 100))) {
      assertThatThrownBy(() -> reply.body().readAllBytes())
          .isInstanceOfSatisfying(
              OutboundFailure.class,
              failure -> assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rubbish\n\n", "HTTP/1.1 200 OK\nContent-Length: 50\n\nhalf"})
  void saysWhenTheConnectionBreaks(String answer) throws IOException {
    try (RawServer server = RawServer.saying(answer);
        Outbound outbound = allowing("localhost", server.port())) {
      assertThat(failureOf(outbound, "http://localhost:" + server.port(), LIMITS))
          .isEqualTo(Kind.BROKEN);
    }
  }

  @Test
  void refusesAHeadThatIsTooLarge() throws IOException {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\nX: " + "x".repeat(20_000) + "\n\n");
        Outbound outbound = allowing("localhost", server.port())) {
      assertThat(failureOf(outbound, "http://localhost:" + server.port(), LIMITS))
          .isEqualTo(Kind.BROKEN);
    }
  }

  @Test
  void closesAnAnswerWithoutWaitingForItsRest() throws IOException {
    try (RawServer server =
            new RawServer((out, closing) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhello"
                      .getBytes(StandardCharsets.UTF_8));
              closing.await();
            });
        Outbound outbound = allowing("localhost", server.port())) {
      long before = System.nanoTime();
      outbound.send(post("http://localhost:" + server.port()), LIMITS).close();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }
  }

  private static Limits limits(int firstByteMillis, int idleMillis, int totalMillis) {
    return new Limits(
        Duration.ofMillis(100),
        Duration.ofMillis(firstByteMillis),
        Duration.ofMillis(idleMillis),
        Duration.ofMillis(totalMillis),
        1_000_000);
  }
}
