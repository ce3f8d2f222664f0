package dev.knowhow.model;

import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Price;
import dev.knowhow.value.Tier;

/// The model that a tier means now.
///
/// @param tier the tier
/// @param connection where it is asked
/// @param model the model
/// @param price what it costs now
public record Chosen(Tier tier, Connection connection, ModelRef model, Price price) {

  /// Why it is this one, as a sentence.
  public String why() {
    return "The tier \""
        + tier.words()
        + "\" is set to "
        + model.model()
        + " at "
        + connection.recipient()
        + ".";
  }
}
