package dev.knowhow.ledger;

import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;

/// A call that is about to be made, and the most it can cost.
///
/// @param runId the run it belongs to; a call for no run, such as the test of a connection, has an
///   id of its own
/// @param rootRunId the run whose budget also holds it: the one that a person started, where the
///   run is used by another one; else the run itself
/// @param stepId the step of the run
/// @param attempt which try of the step it is, from 1
/// @param toolId the tool, or empty where the call is for no tool: then no tool's figures count it
/// @param version the version of the tool, or 0
/// @param personId the person on whose behalf it is made
/// @param model the model that will be called
/// @param atMost the most it can cost
public record ReserveRequest(
    String runId,
    String rootRunId,
    String stepId,
    int attempt,
    String toolId,
    int version,
    String personId,
    ModelRef model,
    Money atMost) {

  /// A call of a run that no other run uses.
  public ReserveRequest(
      String runId,
      String stepId,
      int attempt,
      String toolId,
      int version,
      String personId,
      ModelRef model,
      Money atMost) {
    this(runId, runId, stepId, attempt, toolId, version, personId, model, atMost);
  }

  /// Whether another run uses the run.
  public boolean isInner() {
    return !rootRunId.equals(runId);
  }
}
