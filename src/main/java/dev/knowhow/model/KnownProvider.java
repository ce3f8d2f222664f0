package dev.knowhow.model;

import java.util.Optional;

/// A provider whose models the price table knows.
enum KnownProvider {
  ANTHROPIC("anthropic", "Anthropic", ConnectionKind.ANTHROPIC, "api.anthropic.com", ""),
  OPENAI("openai", "OpenAI", ConnectionKind.OPENAI_COMPATIBLE, "api.openai.com", "/v1"),
  GEMINI(
      "gemini",
      "Google",
      ConnectionKind.OPENAI_COMPATIBLE,
      "generativelanguage.googleapis.com",
      "/v1beta/openai");

  private final String id;
  private final String words;
  private final ConnectionKind kind;
  private final String host;
  private final String path;

  KnownProvider(String id, String words, ConnectionKind kind, String host, String path) {
    this.id = id;
    this.words = words;
    this.kind = kind;
    this.host = host;
    this.path = path;
  }

  /// The provider behind a kind of connection to a host, if it is a known one.
  static Optional<KnownProvider> of(ConnectionKind kind, String host) {
    for (KnownProvider provider : values()) {
      if (provider.kind == kind && provider.host.equals(host)) {
        return Optional.of(provider);
      }
    }
    return Optional.empty();
  }

  /// Its name in the price table.
  String id() {
    return id;
  }

  /// Its name for a person.
  String words() {
    return words;
  }

  /// Its base address.
  String url() {
    return "https://" + host + path;
  }
}
