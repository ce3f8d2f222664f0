package dev.knowhow.net;

import java.io.IOException;

/// A call that did not get through, or not to its end.
///
/// The message names the host and never a header or a body.
public final class OutboundFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /// How far the call got.
  public enum Kind {
    /// The host has no address that may be called.
    REFUSED_ADDRESS,
    /// The host has no address at all.
    UNKNOWN_HOST,
    /// Nothing accepted the connection, or not in time.
    NOT_CONNECTED,
    /// The certificate or the encryption did not fit.
    NOT_SECURE,
    /// No answer began in time.
    NO_ANSWER,
    /// The answer stopped coming.
    STALLED,
    /// The call as a whole took too long.
    TOO_LONG,
    /// The answer is larger than the limit.
    TOO_LARGE,
    /// The connection broke, or what came is not HTTP.
    BROKEN;

    /// Whether the request can't have reached the other side.
    public boolean beforeSending() {
      return switch (this) {
        case REFUSED_ADDRESS, UNKNOWN_HOST, NOT_CONNECTED, NOT_SECURE -> true;
        case NO_ANSWER, STALLED, TOO_LONG, TOO_LARGE, BROKEN -> false;
      };
    }
  }

  private final Kind kind;
  private final String words;

  /// A failure with words that fit a sentence of their own.
  OutboundFailure(Kind kind, String words, Throwable cause) {
    super(words, cause);
    this.kind = kind;
    this.words = words;
  }

  /// How far the call got.
  public Kind kind() {
    return kind;
  }

  /// What happened, in words that fit a sentence.
  public String words() {
    return words;
  }
}
