package dev.knowhow.web;

import dev.knowhow.price.CostRange;
import java.util.Optional;

/// What was found out about the shipped templates by executing their examples with sample answers.
///
/// It is made in the background after a start, so a card may be shown before its proof is there.
@FunctionalInterface
public interface TemplateProofs {

  /// The proof of a template such as `dental/denial-appeal`, once it is there.
  Optional<Proof> of(String template);

  /// What a template's examples showed.
  ///
  /// @param caught how many planted mistakes the checks caught
  /// @param planted how many are planted
  /// @param about what a run is computed to cost; empty where no price is known
  record Proof(int caught, int planted, Optional<CostRange> about) {}
}
