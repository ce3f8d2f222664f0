package dev.knowhow.model;

import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.value.Tier;

/// One question to a model, and whom it is charged to.
///
/// @param runId the run; a call for no run has an id of its own
/// @param rootRunId the run whose budget also pays for it, where the run is used by another one;
///   else the run itself
/// @param stepId the step that asks
/// @param attempt which try of the step it is, from 1
/// @param lane where in the flow the step stands, such as `reviewed[2]`, or empty
/// @param toolId the tool, or empty
/// @param version the version of the tool, or 0
/// @param personId the person on whose behalf it is asked
/// @param tier how good a model it needs
/// @param prompt what is asked
/// @param maxOutputTokens the most tokens that the answer may have, what the model thinks not
///   counted
public record ModelCall(
    String runId,
    String rootRunId,
    String stepId,
    int attempt,
    String lane,
    String toolId,
    int version,
    String personId,
    Tier tier,
    CompiledPrompt prompt,
    int maxOutputTokens) {

  /// Refuses a question that leaves no room for an answer.
  public ModelCall {
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException("an answer of at most " + maxOutputTokens + " tokens");
    }
  }

  /// A question of a run that no other run uses.
  public ModelCall(
      String runId,
      String stepId,
      int attempt,
      String lane,
      String toolId,
      int version,
      String personId,
      Tier tier,
      CompiledPrompt prompt,
      int maxOutputTokens) {
    this(
        runId,
        runId,
        stepId,
        attempt,
        lane,
        toolId,
        version,
        personId,
        tier,
        prompt,
        maxOutputTokens);
  }
}
