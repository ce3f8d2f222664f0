package dev.knowhow.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knowhow.net.OutboundFailure.Kind;
import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
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
  void reachesALocalHostThatTheOperatorListed() throws IOException {
    try (RawServer server = RawServer.saying(HELLO);
        Outbound outbound = allowing("localhost", server.port());
        Reply reply =
            outbound.send(post("http://localhost:" + server.port() + "/v1/messages"), LIMITS)) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("content-TYPE")).hasValue("text/plain");
      assertThat(bodyOf(reply)).isEqualTo("hello");
      assertThat(server.heads().getFirst())
          .startsWith("POST /v1/messages HTTP/1.1\n")
          .contains("Authorization: Bearer canary\n")
          .doesNotContain("Accept-Encoding");
    }
  }

  @Test
  void refusesPlainHttpToAnyOtherHost() throws IOException {
    try (Outbound outbound = allowing("localhost", 11434)) {
      for (String url :
          List.of(
              "http://localhost:11435", "http://127.0.0.1:11434", "http://api.example.com/v1")) {
        assertThatThrownBy(() -> outbound.send(post(url), LIMITS))
            .isInstanceOfSatisfying(
                Problem.class,
                problem -> {
                  assertThat(problem.what()).contains("not encrypted");
                  assertThat(problem.hint()).contains("KNOWHOW_LOCAL_MODELS");
                });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://localhost",
        "https://10.0.0.1",
        "https://169.254.169.254/latest",
        "https://[::1]",
        "https://[::ffff:127.0.0.1]",
        "https://[::ffff:7f00:1]",
        "https://[::127.0.0.1]",
        "https://[64:ff9b::7f00:1]",
        "https://[fe80::1]",
        "https://[fd00:ec2::254]",
        "https://0.0.0.0",
        "https://100.64.0.1",
        "https://224.0.0.1",
      })
  void refusesALocalAddressOverHttpsToo(String url) {
    try (Outbound outbound = new Outbound(Resolver.system(), Set.of())) {
      assertThat(failureOf(outbound, url, LIMITS)).isEqualTo(Kind.REFUSED_ADDRESS);
    }
  }

  @Test
  void checksTheAddressThatItConnectsToNotOneSeenBefore() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Resolver rebinding =
        _ ->
            new InetAddress[] {
              InetAddress.ofLiteral(asked.incrementAndGet() == 1 ? "192.0.2.1" : "127.0.0.1")
            };
    try (RawServer server = RawServer.saying(HELLO);
        Outbound outbound = new Outbound(rebinding, Set.of())) {
      String url = "https://rebinding.example:" + server.port();
      assertThat(failureOf(outbound, url, LIMITS)).isEqualTo(Kind.REFUSED_ADDRESS);
      assertThat(failureOf(outbound, url, LIMITS)).isEqualTo(Kind.REFUSED_ADDRESS);
      assertThat(asked).hasValue(2);
      assertThat(server.heads()).isEmpty();
    }
  }

  @Test
  void keepsOfSeveralAddressesThoseThatArePublic() throws UnknownHostException {
    Resolver mixed =
        _ ->
            new InetAddress[] {InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("8.8.8.8")};
    assertThat(new CheckedDns(mixed, Set.of()).resolve("mixed.example", 443))
        .extracting(address -> address.getAddress().getHostAddress())
        .containsExactly("8.8.8.8");
  }

  @Test
  void doesNotLetAnAllowedNameBecomeAMetadataService() {
    Resolver turned = _ -> new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
    try (Outbound outbound = new Outbound(turned, Set.of(new HostPort("gpu.local", 8000)))) {
      assertThat(failureOf(outbound, "http://gpu.local:8000/v1", LIMITS))
          .isEqualTo(Kind.REFUSED_ADDRESS);
    }
  }

  @Test
  void reachesALinkLocalAddressOnlyWhenItIsListedAsItself() throws UnknownHostException {
    HostPort metadata = new HostPort("169.254.169.254", 80);
    assertThat(new CheckedDns(Resolver.system(), Set.of(metadata)).resolve("169.254.169.254", 80))
        .hasSize(1);
    assertThatThrownBy(() ->
            new CheckedDns(Resolver.system(), Set.of(metadata)).resolve("169.254.169.254", 81))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void handsARedirectBackInsteadOfFollowingIt() throws IOException {
    try (RawServer target = RawServer.saying(HELLO);
        RawServer server =
            RawServer.saying(
                "HTTP/1.1 307 Temporary Redirect\nLocation: http://localhost:"
                    + target.port()
                    + "/\nContent-Length: 0\n\n");
        Outbound outbound =
            new Outbound(
                Resolver.system(),
                Set.of(
                    new HostPort("localhost", server.port()),
                    new HostPort("localhost", target.port())));
        Reply reply = outbound.send(post("http://localhost:" + server.port()), LIMITS)) {
      assertThat(reply.status()).isEqualTo(307);
      assertThat(target.heads()).isEmpty();
    }
  }

  @Test
  void refusesAHeaderThatWouldBecomeTwo() {
    assertThatThrownBy(() -> new OutboundRequest.Header("x-api-key", "a\r\nHost: evil"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("evil");
  }
}
