package dev.knowhow.app;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/// Someone who opens pages and sends forms, without a browser; for the training run.
final class Visitor implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String BOUNDARY = "knowhow-training-boundary";

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /// Opens a page.
  SeenPage open(URI address) throws IOException, InterruptedException {
    return seen(HttpRequest.newBuilder(address).timeout(PATIENCE).build());
  }

  /// Sends a form and follows where it leads.
  SeenPage send(SeenPage.Form form) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(form.action()).timeout(PATIENCE);
    String origin = form.action().resolve("/").toString();
    request.header("Origin", origin.substring(0, origin.length() - 1));
    if (form.multipart()) {
      request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
      request.POST(BodyPublishers.ofString(parts(form)));
    } else {
      request.header("Content-Type", "application/x-www-form-urlencoded");
      request.POST(BodyPublishers.ofString(encoded(form)));
    }
    return seen(request.build());
  }

  private SeenPage seen(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new SeenPage(response.uri(), response.body());
  }

  private static String encoded(SeenPage.Form form) {
    return form.fields().stream()
        .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String parts(SeenPage.Form form) {
    StringBuilder body = new StringBuilder();
    for (SeenPage.Field field : form.fields()) {
      body.append("--").append(BOUNDARY).append("\r\n");
      body.append("Content-Disposition: form-data; name=\"").append(field.name()).append("\"");
      body.append("\r\n\r\n").append(field.value()).append("\r\n");
    }
    return body.append("--").append(BOUNDARY).append("--\r\n").toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
