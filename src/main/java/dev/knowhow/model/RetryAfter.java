package dev.knowhow.model;

import dev.knowhow.net.Reply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a provider asks to wait: `Retry-After` in seconds or as a date (RFC 9110, section
/// 10.2.3), or `retry-after-ms`.
final class RetryAfter {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

  private RetryAfter() {}

  static Optional<Duration> of(Reply reply, Instant now) {
    Optional<Duration> millis =
        reply.header("retry-after-ms").flatMap(value -> number(value.strip(), 1));
    return millis.or(() -> reply.header("Retry-After").flatMap(value -> of(value.strip(), now)));
  }

  static Optional<Duration> of(String value, Instant now) {
    return number(value, 1000).or(() -> date(value, now));
  }

  private static Optional<Duration> number(String value, long millisEach) {
    return NUMBER.matcher(value).matches()
        ? Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(value) * millisEach)))
        : Optional.empty();
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeException _) {
      return Optional.empty(); // a date that nobody can read asks for nothing
    }
  }
}
