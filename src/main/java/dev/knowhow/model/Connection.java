package dev.knowhow.model;

import dev.knowhow.net.Destination;
import dev.knowhow.price.ModelRef;

/// An address that answers prompts, and how to speak to it; its key is sealed elsewhere.
///
/// @param id never changes
/// @param name what the owner calls it
/// @param kind the protocol
/// @param at the base address
/// @param version the version of Anthropic's protocol; means nothing for another kind
/// @param hasKey whether a key is sealed for it
public record Connection(
    String id,
    String name,
    ConnectionKind kind,
    Destination at,
    AnthropicVersion version,
    boolean hasKey) {
  static final String ANTHROPIC_HOST = "api.anthropic.com";
  static final String OPENAI_HOST = "api.openai.com";

  /// Whether it is OpenAI itself, which has settings that compatible servers don't know.
  public boolean isOpenAi() {
    return kind == ConnectionKind.OPENAI_COMPATIBLE && at.host().equals(OPENAI_HOST);
  }

  /// Whether it is Anthropic itself.
  public boolean isAnthropic() {
    return kind == ConnectionKind.ANTHROPIC && at.host().equals(ANTHROPIC_HOST);
  }

  /// A model of it, named as its prices are: the two known providers by name, others by this
  /// connection.
  public ModelRef model(String model) {
    String provider = isAnthropic() ? "anthropic" : isOpenAi() ? "openai" : id;
    return new ModelRef(provider, model);
  }

  /// Who receives what is sent, for a person.
  public String recipient() {
    if (isAnthropic()) {
      return "Anthropic (" + at.host() + ")";
    }
    return isOpenAi() ? "OpenAI (" + at.host() + ")" : at.hostPort().toString();
  }

  String secretName() {
    return "model/" + id;
  }

  /// The host that the key is bound to.
  String secretHost() {
    return at.hostPort().toString();
  }
}
