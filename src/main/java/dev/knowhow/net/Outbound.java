package dev.knowhow.net;

import dev.knowhow.net.OutboundFailure.Kind;
import dev.knowhow.problem.Problem;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The way out: HTTP calls to the public internet, and to the few local hosts an operator listed.
///
/// Each connection is made to an address that was checked for it ([CheckedDns]). Redirects are not
/// followed and are handed back as they are, so a secret never travels to a second host. Proxies,
/// cookies, compression, automatic repeats and remembered log-ins are off.
///
/// Thread-safe. Blocks the calling thread; meant for virtual threads.
public final class Outbound implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 2_000;

  private final Set<HostPort> allowed;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor clock;

  /// A way out that may also reach the `allowed` hosts, over plain HTTP too.
  public Outbound(Resolver resolver, Set<HostPort> allowed) {
    this.allowed = Set.copyOf(allowed);
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new CheckedDns(resolver, allowed))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setMaxLineLength(16_384)
                            .setMaxHeaderCount(100)
                            .build())
                    .build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(10))
                    .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                    .setTimeToLive(TimeValue.ofMinutes(5))
                    .build())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setUserAgent("knowhow")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    this.clock = new ScheduledThreadPoolExecutor(1, Outbound::clockThread);
    clock.setRemoveOnCancelPolicy(true);
  }

  private static Thread clockThread(Runnable work) {
    return Thread.ofPlatform().daemon().name("outbound-limits").unstarted(work);
  }

  /// Refuses a destination that could never be called, before anything is stored or sent.
  ///
  /// @throws Problem `BAD_INPUT` with what to do
  public void check(Destination to) {
    if (!to.secure() && !allowed.contains(to.hostPort())) {
      throw Problem.of(
          Problem.Kind.BAD_INPUT,
          "The address " + to + " is not encrypted (http).",
          "Use https. A model on your own machine or network may be called over http once the"
              + " operator has listed it: KNOWHOW_LOCAL_MODELS="
              + to.hostPort()
              + ".");
    }
  }

  /// Sends a request and returns as soon as the answer's head is there.
  ///
  /// @throws OutboundFailure when no answer came
  /// @throws Problem when the destination is not one that may be called
  public Reply send(OutboundRequest request, Limits limits) throws OutboundFailure {
    check(request.to());
    HttpPost post = new HttpPost(request.to().path().isEmpty() ? "/" : request.to().path());
    request.headers().forEach(header -> post.addHeader(header.name(), header.value()));
    post.setEntity(new ByteArrayEntity(request.body(), ContentType.APPLICATION_JSON));
    post.setConfig(config(limits));
    Watch watch = new Watch(clock, limits, post::abort);
    watch.start();
    try {
      ClassicHttpResponse response = client.executeOpen(target(request.to()), post, null);
      watch.headArrived();
      return new HttpReply(response, watch, post::abort, request.to(), limits.maxBodyBytes());
    } catch (IOException e) {
      watch.stop();
      throw failure(request.to(), watch, e);
    } catch (RuntimeException | Error e) {
      watch.stop();
      throw e;
    }
  }

  @SuppressWarnings("deprecation") // the per-request connect time-out has no other door
  private static RequestConfig config(Limits limits) {
    long longest = Math.max(limits.firstByte().toMillis(), limits.idle().toMillis());
    return RequestConfig.custom()
        .setConnectTimeout(Timeout.of(limits.connect().toMillis(), TimeUnit.MILLISECONDS))
        .setConnectionRequestTimeout(Timeout.of(limits.connect().toMillis(), TimeUnit.MILLISECONDS))
        .setResponseTimeout(Timeout.of(longest, TimeUnit.MILLISECONDS))
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static HttpHost target(Destination to) {
    return new HttpHost(to.secure() ? "https" : "http", to.host(), to.port());
  }

  static OutboundFailure failure(Destination to, Watch watch, IOException cause) {
    if (cause instanceof OutboundFailure known) {
      return known;
    }
    Kind kind = watch.ended().orElseGet(() -> kindOf(cause, watch));
    String words =
        switch (kind) {
          case REFUSED_ADDRESS -> cause.getMessage() + "; calls there are not allowed";
          case UNKNOWN_HOST -> "the host " + to.host() + " is not known";
          case NOT_CONNECTED -> "nothing answers at " + to.hostPort();
          case NOT_SECURE -> "no trusted encrypted connection to " + to.hostPort();
          case NO_ANSWER -> to.hostPort() + " accepted the request but did not answer in time";
          case STALLED -> "the answer from " + to.hostPort() + " stopped coming";
          case TOO_LONG -> "the answer from " + to.hostPort() + " took too long";
          case TOO_LARGE -> "the answer from " + to.hostPort() + " is too large";
          case BROKEN -> "the connection to " + to.hostPort() + " broke";
        };
    return new OutboundFailure(kind, words, cause);
  }

  private static Kind kindOf(IOException cause, Watch watch) {
    return switch (cause) {
      case CheckedDns.RefusedAddress _ -> Kind.REFUSED_ADDRESS;
      case UnknownHostException _ -> Kind.UNKNOWN_HOST;
      case ConnectTimeoutException _ -> Kind.NOT_CONNECTED;
      case ConnectionRequestTimeoutException _ -> Kind.NOT_CONNECTED;
      case HttpHostConnectException _ -> Kind.NOT_CONNECTED;
      case SSLException _ -> watch.headSeen() ? Kind.BROKEN : Kind.NOT_SECURE;
      case SocketTimeoutException _ -> watch.headSeen() ? Kind.STALLED : Kind.NO_ANSWER;
      case IOException _ -> Kind.BROKEN;
    };
  }

  /// Ends every call and lets the connections go.
  @Override
  public void close() {
    clock.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
