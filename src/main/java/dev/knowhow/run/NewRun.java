package dev.knowhow.run;

import dev.knowhow.value.Value;

/// What a person asks for when they press the tool's button.
///
/// @param toolId the tool
/// @param version which of its versions
/// @param inputs the checked inputs by name, in canonical form
/// @param answers who answers what the flow asks
public record NewRun(String toolId, int version, Value.Fields inputs, Answers answers) {

  /// Who answers what a flow asks.
  public sealed interface Answers {}

  /// The models that the tiers are mapped to; it costs money.
  public record Live() implements Answers {}

  /// The sample answers of one of the version's examples; nothing is sent anywhere.
  ///
  /// @param example the example's file name without its ending
  public record Sample(String example) implements Answers {}
}
