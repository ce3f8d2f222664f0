package dev.knowhow.prompt.tokens;

/// Which counter fits which model.
public final class TokenCounters {
  private TokenCounters() {}

  /// The counter of `o200k_base`, in which prompts are counted.
  public static TokenCounter o200k() {
    throw new UnsupportedOperationException();
  }

  /// The counter for a model: its own where its tokenizer is public, an estimate elsewhere.
  public static TokenCounter forModel(String provider, String model) {
    throw new UnsupportedOperationException(provider + model);
  }
}
