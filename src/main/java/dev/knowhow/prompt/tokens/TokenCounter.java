package dev.knowhow.prompt.tokens;

/// Counts tokens the way a model does, or as near as can be known. Implementations are thread-safe.
public interface TokenCounter {

  /// How many tokens a text has.
  int count(CharSequence text);

  /// The count for a text that has `o200kTokens` in `o200k_base`, so that a prompt is counted once
  /// and priced for every model.
  long fromO200k(long o200kTokens);

  /// The tokenizer's name, for a person: `o200k_base`, or `o200k_base × 1.35, an estimate`.
  String name();

  /// Whether the count is the model's own and not an estimate.
  boolean exact();
}
