package dev.knowhow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.knowhow.testing.TestServer;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `src/ROUTES.md` says of every route what it is; `-Dgolden=write` writes its table anew.
final class RoutesDocTest {
  private static final Path DOCUMENT = Path.of("src/ROUTES.md");
  private static final String HEAD = "| route | who | body | what |\n| --- | --- | --- | --- |\n";

  @Test
  void everyRouteIsDocumented(@TempDir Path folder) throws IOException {
    try (TestServer server = TestServer.fresh(folder)) {
      String table = HEAD + rows(server).stream().collect(Collectors.joining("\n")) + "\n";
      String document = Files.readString(DOCUMENT);
      int start = document.indexOf(HEAD);
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(DOCUMENT, document.substring(0, start) + table);
      } else {
        assertThat(document.substring(start)).isEqualTo(table);
      }
    }
  }

  private static List<String> rows(TestServer server) {
    Words words = Words.english();
    Assets assets = new Assets();
    WebSettings settings = new WebSettings("127.0.0.1", 0, Optional.empty(), "test", true, 1);
    House house =
        new House(
            server.rooms(), settings, new Pages(assets, words), words, assets, new KeptDocuments());
    return Web.routes(house, new Cookies(false)).stream().map(RoutesDocTest::row).toList();
  }

  private static String row(Route route) {
    String who =
        switch (route.access()) {
          case ANYBODY -> "anybody";
          case BY_LINK -> "anybody with the link";
          case NOT_SIGNED_IN -> "not signed in";
          case SIGNED_IN -> "signed in";
        };
    String body = route.method().equals(HandlerType.GET) ? "–" : Numbers.size(route.largest());
    return String.format(
        java.util.Locale.ROOT,
        "| `%s %s` | %s | %s | %s |",
        route.method().name(),
        route.path(),
        who,
        body,
        route.what());
  }
}
