package dev.knowhow.testing;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/// What a [FakeProvider] does with one call.
public sealed interface Scripted {

  /// A complete answer; `usage` is the provider's usage object as JSON, or empty for counted
  /// tokens.
  record Says(String text, String usage) implements Scripted {}

  /// A complete answer that depends on what was asked; the function may take its time.
  record Told(Function<Asked, String> answer) implements Scripted {}

  /// An answer that ended because the most tokens were reached.
  record CutOff(String text) implements Scripted {}

  /// An answer that the model declined to give.
  record Declines(String text) implements Scripted {}

  /// An error answer.
  record Status(int status, Map<String, String> headers, String body) implements Scripted {}

  /// Status 200 and something that is neither JSON nor a stream of events.
  record Garbage() implements Scripted {}

  /// A stream whose events are not JSON.
  record GarbageStream() implements Scripted {}

  /// Status 200 and no body.
  record Nothing() implements Scripted {}

  /// The connection is closed without an answer.
  record Dropped() implements Scripted {}

  /// A stream that begins with `text` and then breaks.
  record HalfStream(String text) implements Scripted {}

  /// A stream that begins with `text` and then reports an error of the provider.
  record FailsMidway(String text, String message) implements Scripted {}

  /// A complete streamed answer whose connection then stays open.
  record Lingers(String text) implements Scripted {}

  /// Waits before it begins, and between its pieces.
  record Slow(Duration before, Duration between, Scripted then) implements Scripted {}

  /// Waits until the test lets it go on with [FakeProvider#release].
  record Held(Scripted then) implements Scripted {}

  /// A complete answer.
  static Scripted says(String text) {
    return new Says(text, "");
  }

  /// An error answer without headers.
  static Scripted status(int status, String body) {
    return new Status(status, Map.of(), body);
  }

  /// "Too many requests", to be tried again after so many seconds.
  static Scripted tooMany(int retryAfterSeconds) {
    return new Status(
        429,
        Map.of("Retry-After", Integer.toString(retryAfterSeconds)),
        "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Slow down\"}}");
  }
}
