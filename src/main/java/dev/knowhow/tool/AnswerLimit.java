package dev.knowhow.tool;

/// How long an answer may be.
public sealed interface AnswerLimit {

  /// The most tokens a model may write.
  ///
  /// For words it is generous, so that a letter that is a little too long is found by a check and
  /// not cut off in its middle.
  default int outputTokens() {
    return switch (this) {
      case Words(int atMost) -> atMost * 2 + 200;
      case Tokens(int atMost) -> atMost;
    };
  }

  /// At most so many words.
  record Words(int atMost) implements AnswerLimit {}

  /// At most so many tokens.
  record Tokens(int atMost) implements AnswerLimit {}
}
