package dev.knowhow.model;

/// The version of Anthropic's protocol that a connection speaks; it decides how the key is sent.
public enum AnthropicVersion {
  /// Since October 2026: the key as a bearer, no sampling settings.
  V2026_10_21("2026-10-21"),
  /// Before, and still what many compatible servers take: the key as `x-api-key`.
  V2023_06_01("2023-06-01");

  private final String header;

  AnthropicVersion(String header) {
    this.header = header;
  }

  /// The value of the header `anthropic-version`.
  public String header() {
    return header;
  }
}
