package dev.knowhow.model;

/// Which protocol a connection speaks.
public enum ConnectionKind {
  /// Anthropic's messages.
  ANTHROPIC("Anthropic"),
  /// OpenAI's chat completions, which OpenAI, OpenRouter, Ollama, vLLM, LM Studio and many others
  /// speak.
  OPENAI_COMPATIBLE("OpenAI or compatible");

  private final String words;

  ConnectionKind(String words) {
    this.words = words;
  }

  /// The kind as a page names it.
  public String words() {
    return words;
  }
}
