package dev.knowhow.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium of this machine, without a window.
///
/// Found by `CHROMIUM_BIN`, else at the usual places; Playwright's driver runs on the Node of this
/// machine where there is one.
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final int PATIENCE_MILLIS = 60_000;

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    onPath("node").ifPresent(node -> environment.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", node));
    this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(binary())
                    .setHeadless(true)
                    .setArgs(FLAGS));
  }

  /// A page as wide as a desk's screen.
  Page desk() {
    return page(1280, true, ColorScheme.LIGHT);
  }

  /// A page of a phone.
  Page phone() {
    return page(360, true, ColorScheme.DARK);
  }

  /// A page that runs no script.
  Page withoutScript() {
    return page(1280, false, ColorScheme.LIGHT);
  }

  private Page page(int width, boolean script, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setTimezoneId("America/Chicago")
                .setJavaScriptEnabled(script));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    return context.newPage();
  }

  private static Path binary() {
    return Stream.of(
            Optional.ofNullable(System.getenv("CHROMIUM_BIN")),
            onPath("chromium"),
            onPath("chromium-browser"),
            onPath("google-chrome"))
        .flatMap(Optional::stream)
        .map(Path::of)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no Chromium: install chromium or set CHROMIUM_BIN"));
  }

  private static Optional<String> onPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
