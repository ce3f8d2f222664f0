package dev.knowhow.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.knowhow.problem.Problem;
import dev.knowhow.problem.Problem.Kind;
import io.github.bucket4j.Bucket;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Objects;

/// What a request must pass before anything looks at who makes it: how often, how large, and from
/// which site it comes.
final class Guard {
  private static final long MOST_ADDRESSES = 50_000;

  private final WebSettings settings;
  private final Words words;
  private final LoadingCache<String, Bucket> buckets;

  Guard(WebSettings settings, Words words) {
    this.settings = settings;
    this.words = words;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build(_ -> bucket(settings.requestsPerMinute()));
  }

  private static Bucket bucket(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .build();
  }

  /// Refuses an address that asks too often.
  void checkRate(Context context) {
    if (!Objects.requireNonNull(buckets.get(address(context))).tryConsume(1)) {
      context.header("Retry-After", "5");
      throw Problem.of(
          Kind.TOO_MANY, words.of("problem.tooMany"), words.of("problem.tooMany.hint"));
    }
  }

  /// Refuses a body that is larger than the route takes, or that does not say how large it is.
  void checkSize(Context context, Route route) {
    long length = context.req().getContentLengthLong();
    boolean chunked = context.header("Transfer-Encoding") != null;
    if (chunked || length > route.largest()) {
      context.header("Connection", "close");
      throw Problem.of(
          Kind.TOO_LARGE,
          words.of("problem.tooLarge"),
          words.of("problem.tooLarge.hint", Numbers.size(route.largest())));
    }
  }

  /// Refuses a form that another site sends, or that did not arrive whole.
  void checkForm(Context context) {
    String site = context.header("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    String origin = context.header("Origin");
    if (foreign || (origin != null && !ours(origin, context))) {
      throw Problem.of(
          Kind.NOT_ALLOWED, words.of("problem.foreign"), words.of("problem.foreign.hint"));
    }
    try {
      context.formParamMap();
    } catch (Exception e) {
      throw Problem.of(
              Kind.BAD_INPUT, words.of("problem.unreadable"), words.of("problem.unreadable.hint"))
          .causedBy(e);
    }
  }

  /// Whether a form has the token of this browser.
  static boolean hasToken(Context context, String token) {
    String sent = context.formParam("csrf");
    return sent != null && equal(sent, token);
  }

  /// Whether the browser itself says that the form comes from a page of ours.
  boolean fromOurPage(Context context) {
    String origin = context.header("Origin");
    return origin != null && ours(origin, context);
  }

  private boolean ours(String origin, Context context) {
    if (settings.publicUrl().map(url -> originOf(url).equals(origin)).orElse(false)) {
      return true;
    }
    String host = context.host();
    return origin.equals("http://" + host) || origin.equals("https://" + host);
  }

  private static String originOf(URI url) {
    return url.getScheme() + "://" + url.getAuthority();
  }

  private String address(Context context) {
    String forwarded = context.header("X-Forwarded-For");
    if (settings.publicUrl().isEmpty() || forwarded == null) {
      return context.ip();
    }
    return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
