package dev.knowhow.flow;

import dev.knowhow.problem.Problem;

/// Why a flow ended without a result.
///
/// @param kind what went wrong
/// @param step the id of the step, and empty where none is to blame
/// @param lane the row it happened in, and empty outside loops
/// @param line the line in the flow's script, counted from 1, and 0 where it is not known
/// @param sentence the check's sentence, and empty where no check failed
/// @param what what happened, as a sentence
/// @param hint what to do, as a sentence
public record FlowFault(
    Kind kind, String step, String lane, int line, String sentence, String what, String hint) {

  /// What went wrong.
  public enum Kind {
    /// A check does not hold, also after what `otherwise` says.
    CHECK_FAILED,
    /// A model's answer does not have the wanted shape, also after what `otherwise` says.
    ANSWER_DOES_NOT_FIT,
    /// The script has an error.
    SCRIPT,
    /// It took more computing than a flow may.
    TOO_LONG,
    /// It used more memory than a flow may.
    TOO_MUCH_MEMORY,
    /// It called too deeply or wrote too much.
    TOO_DEEP,
    /// It called outside more often than a run may.
    TOO_MANY_CALLS,
    /// What it gave back is too large.
    TOO_LARGE,
    /// Nobody decided in time, or it was sent back too often.
    NOT_REVIEWED,
    /// A tool that the flow used failed or was stopped.
    TOOL_FAILED,
    /// A goal was not reached within its budget.
    BUDGET_SPENT,
    /// The journal was made by another version of the flow.
    ANOTHER_VERSION,
    /// No sandbox could be started; nothing is wrong with the flow.
    NO_SANDBOX,
    /// More slices wait for a worker than may; nothing is wrong with the flow.
    BUSY
  }

  /// A fault that belongs to no step.
  public static FlowFault of(Kind kind, String what, String hint) {
    return new FlowFault(kind, "", "", 0, "", what, hint);
  }

  /// Whether the same flow may go on later from where it stands: it was not the flow's fault.
  public boolean mayPass() {
    return kind == Kind.NO_SANDBOX || kind == Kind.BUSY;
  }

  /// The fault as a problem for a person.
  public Problem problem() {
    Problem.Kind as =
        switch (kind) {
          case NO_SANDBOX -> Problem.Kind.UNAVAILABLE;
          case BUSY -> Problem.Kind.TOO_MANY;
          case CHECK_FAILED,
              ANSWER_DOES_NOT_FIT,
              SCRIPT,
              TOO_LONG,
              TOO_MUCH_MEMORY,
              TOO_DEEP,
              TOO_MANY_CALLS,
              TOO_LARGE,
              NOT_REVIEWED,
              TOOL_FAILED,
              BUDGET_SPENT,
              ANOTHER_VERSION ->
              Problem.Kind.FAILED;
        };
    return Problem.at(as, step, what, hint);
  }
}
