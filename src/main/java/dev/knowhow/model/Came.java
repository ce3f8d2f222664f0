package dev.knowhow.model;

import dev.knowhow.net.OutboundFailure;
import java.time.Duration;
import java.util.Optional;

/// What came of one request.
sealed interface Came {

  /// A whole answer.
  record Whole(Heard heard, Ending ending) implements Came {}

  /// An answer that began and is useless: broken off, empty, or not of the protocol.
  record Broken(Heard heard, String words) implements Came {}

  /// A refusal by status code; nothing was generated.
  record Rejected(int status, String words, Optional<Duration> retryAfter) implements Came {}

  /// The request never reached the provider.
  record Unreached(OutboundFailure failure) implements Came {}

  /// The request was sent and no answer began: the provider may have worked on it.
  record Silent(OutboundFailure failure) implements Came {}
}
