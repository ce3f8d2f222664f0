package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import dev.knowhow.worker.Breach;

/// What to say to a person when the sandbox ended a flow.
final class Blame {
  private static final String SCRIPT_HINT =
      "This is a fault of the tool's script, not of what was filled in.";
  private static final String LESS =
      "Give it less at once: fewer rows, shorter documents. If it happens with little, the tool's"
          + " script has a fault.";

  private Blame() {}

  /// For a limit that the sandbox itself noticed.
  static FlowFault ofBreach(Breach breach, int line, String message) {
    return switch (breach) {
      case SYNTAX ->
          fault(
              FlowFault.Kind.SCRIPT,
              line,
              "The tool's script can't be read: " + message,
              SCRIPT_HINT);
      case SCRIPT ->
          fault(FlowFault.Kind.SCRIPT, line, "The tool's script failed: " + message, SCRIPT_HINT);
      case CPU ->
          fault(
              FlowFault.Kind.TOO_LONG,
              line,
              "The tool computed longer than one may without asking anything.",
              LESS);
      case DEPTH ->
          fault(
              FlowFault.Kind.TOO_DEEP,
              line,
              "The tool's script is nested, or calls itself, more deeply than it may.",
              SCRIPT_HINT);
      case OUTPUT ->
          fault(
              FlowFault.Kind.TOO_LARGE,
              line,
              "What the tool gave back is larger than 16 MB.",
              LESS);
      case MEMORY ->
          fault(
              FlowFault.Kind.TOO_MUCH_MEMORY, line, "The tool used more memory than it may.", LESS);
    };
  }

  /// For a process that ended.
  static FlowFault ofEnd(WorkerEnded.How how) {
    return switch (how) {
      case DEADLINE -> ofBreach(Breach.CPU, 0, "");
      case MEMORY -> ofBreach(Breach.MEMORY, 0, "");
      case CRASH ->
          fault(
              FlowFault.Kind.TOO_MUCH_MEMORY,
              0,
              "The sandbox ended while it executed the tool.",
              LESS);
    };
  }

  /// What a problem of the sandbox is when told as a fault.
  static FlowFault.Kind kindOf(Problem problem) {
    return switch (problem.kind()) {
      case TOO_LARGE -> FlowFault.Kind.TOO_LARGE;
      case TOO_MANY -> FlowFault.Kind.BUSY;
      case BAD_INPUT,
          NOT_SIGNED_IN,
          NOT_ALLOWED,
          NOT_FOUND,
          CONFLICT,
          FAILED,
          OVER_BUDGET,
          NO_MODEL,
          PROVIDER_FAILED,
          UNAVAILABLE ->
          FlowFault.Kind.NO_SANDBOX;
    };
  }

  private static FlowFault fault(FlowFault.Kind kind, int line, String what, String hint) {
    return new FlowFault(kind, "", "", line, "", what, hint);
  }
}
