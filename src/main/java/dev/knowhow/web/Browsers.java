package dev.knowhow.web;

import dev.knowhow.account.Browser;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names the browser that asks, in words by which a person knows it again: `Safari on an iPhone`.
///
/// What a browser says of itself is long and tells much; only these words are kept.
final class Browsers {
  // The first that fits: most browsers also name those before them.
  private static final List<Map.Entry<String, String>> PROGRAMS =
      List.of(
          Map.entry("edg", "Edge"),
          Map.entry("opr/", "Opera"),
          Map.entry("samsungbrowser", "Samsung Internet"),
          Map.entry("firefox", "Firefox"),
          Map.entry("fxios", "Firefox"),
          Map.entry("crios", "Chrome"),
          Map.entry("chrom", "Chrome"),
          Map.entry("safari", "Safari"));
  private static final List<Map.Entry<String, String>> PLACES =
      List.of(
          Map.entry("iphone", "an iPhone"),
          Map.entry("ipad", "an iPad"),
          Map.entry("android", "Android"),
          Map.entry("windows", "Windows"),
          Map.entry("mac os", "a Mac"),
          Map.entry("cros", "a Chromebook"),
          Map.entry("linux", "Linux"));

  private final Words words;

  Browsers(Words words) {
    this.words = words;
  }

  /// The browser of a request.
  Browser of(Context context) {
    String sent = context.userAgent();
    return sent == null ? Browser.UNKNOWN : named(sent.toLowerCase(Locale.ROOT));
  }

  private Browser named(String sent) {
    String program = first(PROGRAMS, sent);
    String place = first(PLACES, sent);
    if (program.isEmpty()) {
      return Browser.UNKNOWN;
    }
    return new Browser(place.isEmpty() ? program : words.of("browser.on", program, place));
  }

  private static String first(List<Map.Entry<String, String>> names, String sent) {
    return names.stream()
        .filter(one -> sent.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
