package dev.knowhow.model;

import dev.knowhow.price.Money;
import java.util.Optional;

/// A connection that an owner wants to add.
///
/// @param name what to call it; empty for the name of its provider
/// @param kind the protocol
/// @param url the base address; empty for the provider's own
/// @param version the version of Anthropic's protocol; means nothing for another kind
/// @param key the key as pasted, or empty
/// @param ownModel the model to use and its price, where the price table does not know the provider
public record NewConnection(
    String name,
    ConnectionKind kind,
    String url,
    AnthropicVersion version,
    String key,
    Optional<OwnModel> ownModel) {

  /// A model whose price the owner states.
  ///
  /// @param model its name as the server spells it
  /// @param inputPerMillion what a million tokens sent cost; 0 for a model of one's own
  /// @param outputPerMillion what a million tokens received cost
  public record OwnModel(String model, Money inputPerMillion, Money outputPerMillion) {}

  /// The key of Anthropic itself.
  public static NewConnection anthropic(String key) {
    return new NewConnection(
        "", ConnectionKind.ANTHROPIC, "", AnthropicVersion.V2026_10_21, key, Optional.empty());
  }

  /// The key of OpenAI itself.
  public static NewConnection openAi(String key) {
    return new NewConnection(
        "",
        ConnectionKind.OPENAI_COMPATIBLE,
        "",
        AnthropicVersion.V2026_10_21,
        key,
        Optional.empty());
  }

  @Override
  public String toString() {
    return "NewConnection[" + name + ", " + kind + ", " + url + "]";
  }
}
