package dev.knowhow.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser without script for HTTP tests: keeps cookies, follows no redirects by itself.
public final class Browse implements AutoCloseable {
  private final URI address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  /// Somebody at this address who is not signed in.
  public Browse(URI address) {
    this.address = address;
  }

  /// The same browser with the session of somebody who is signed in.
  public Browse with(String session) {
    HttpCookie cookie = new HttpCookie("knowhow", session);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(address, cookie);
    return this;
  }

  /// The answer to a link that may go on without end; whoever gets it closes its body.
  public HttpResponse<InputStream> listen(String path) {
    return send(request(path).GET(), BodyHandlers.ofInputStream());
  }

  /// The answer to a link.
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /// How many bytes the answer to a link has as it is sent.
  public long bytes(String path, String... headers) {
    return send(request(path, headers).GET(), BodyHandlers.ofByteArray()).body().length;
  }

  /// The page behind a link.
  public Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  /// The answer to a form whose token is taken from the page at `from`.
  public HttpResponse<String> post(String from, String path, Map<String, String> fields) {
    String token = page(from).select("input[name=csrf]").attr("value");
    List<String> pairs = new ArrayList<>(List.of("csrf=" + token));
    fields.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
    return postRaw(path, String.join("&", pairs));
  }

  /// The answer to a form as it stands.
  public HttpResponse<String> postRaw(String path, String body, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /// The answer to a form with files as it stands, with its parts divided by `boundary`.
  public HttpResponse<String> upload(String path, String body, String boundary) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body)));
  }

  /// Makes the owner's account and signs in.
  public Browse asOwner(String code) {
    HttpResponse<String> answer =
        post(
            "/welcome",
            "/welcome",
            Map.of(
                "code", code,
                "name", "Ada Example",
                "email", "ada@example.com",
                "password", "correct horse battery",
                "trade", "dental",
                "zone", "America/Chicago"));
    if (answer.statusCode() != 303) {
      throw new IllegalStateException(answer.body());
    }
    return this;
  }

  /// Where a redirect leads.
  public static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return sendOrAgain(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// A kept connection that the server closed after it refused the body before this one is no
  /// answer: the request never arrived, and is sent over a new connection, as browsers do.
  private <T> HttpResponse<T> sendOrAgain(HttpRequest request, BodyHandler<T> body)
      throws IOException, InterruptedException {
    try {
      return client.send(request, body);
    } catch (IOException closed) {
      if (!String.valueOf(closed.getMessage()).contains("header parser received no bytes")) {
        throw closed;
      }
      return client.send(request, body);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
