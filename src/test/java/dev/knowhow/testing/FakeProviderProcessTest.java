package dev.knowhow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// The fake in a process of its own, steered over HTTP.
class FakeProviderProcessTest {

  @Test
  void answersByScriptAndTellsItsCalls() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeProvider.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      String url = "http://localhost:" + said.readLine().replace("READY ", "");
      post(client, url + "/_fake/script", "[{\"when\":\"tooth\",\"say\":[\"Yes\"],\"held\":true}]");
      CompletableFuture<String> held =
          client
              .sendAsync(
                  request(
                      url + "/v1/chat/completions",
                      "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"tooth\"}]}"),
                  BodyHandlers.ofString())
              .thenApply(answer -> answer.body());
      assertThat(held).isNotDone();
      post(client, url + "/_fake/release", "");
      assertThat(held.join()).contains("\"content\":\"Yes\"");
      JsonNode calls =
          new ObjectMapper()
              .readTree(
                  client
                      .send(
                          HttpRequest.newBuilder(URI.create(url + "/_fake/calls")).build(),
                          BodyHandlers.ofString())
                      .body());
      assertThat(calls).hasSize(1);
      assertThat(calls.path(0).path("body").path("model").asText()).isEqualTo("m");
    } finally {
      process.destroyForcibly();
    }
  }

  private static HttpRequest request(String url, String body) {
    return HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.ofString(body)).build();
  }

  private static void post(HttpClient client, String url, String body)
      throws IOException, InterruptedException {
    assertThat(client.send(request(url, body), BodyHandlers.discarding()).statusCode())
        .isEqualTo(200);
  }
}
