package dev.knowhow.price;

/// A model of one provider.
///
/// @param provider `anthropic`, `openai`, `gemini`, or the id of a connection to anything else
/// @param model the model's name as the provider spells it, such as `claude-sonnet-5`
public record ModelRef(String provider, String model) {

  /// Refuses an empty name.
  public ModelRef {
    if (provider.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("a model is named by its provider and its name");
    }
  }

  /// The model as `provider/name`.
  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
