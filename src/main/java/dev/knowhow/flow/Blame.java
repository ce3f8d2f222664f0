package dev.knowhow.flow;

import dev.knowhow.problem.Problem;
import dev.knowhow.worker.Breach;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

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
              "The tool computed for more than 2 seconds without asking anything.",
              LESS);
      case DEPTH ->
          fault(
              FlowFault.Kind.TOO_DEEP,
              line,
              "The tool's script is nested, or calls itself, more than 500 levels deep.",
              SCRIPT_HINT);
      case OUTPUT ->
          fault(
              FlowFault.Kind.TOO_LARGE,
              line,
              "What the tool gave back is larger than 16 MB.",
              LESS);
      case MEMORY ->
          fault(
              FlowFault.Kind.TOO_MUCH_MEMORY,
              line,
              "The tool used more than the 128 MB of memory that it may.",
              LESS);
    };
  }

  /// For a process that ended.
  ///
  /// @param after the call whose answer set off what the process ended at
  static FlowFault ofEnd(WorkerEnded.How how, FlowLimits limits, Optional<FlowCall> after) {
    FlowFault fault = ofEnd(how, limits);
    if (how == WorkerEnded.How.CRASH) {
      return fault;
    }
    String hint =
        after
            .map(call -> "It happened after “" + call.step() + "” was answered. " + fault.hint())
            .orElse("It happened before anything was asked. " + fault.hint());
    return new FlowFault(
        fault.kind(),
        after.map(FlowCall::step).orElse(""),
        after.map(FlowCall::lane).orElse(""),
        0,
        "",
        fault.what(),
        hint);
  }

  /// A fault with the step that it belongs to.
  static FlowFault at(String step, FlowFault fault) {
    return new FlowFault(
        fault.kind(),
        step,
        fault.lane(),
        fault.line(),
        fault.sentence(),
        fault.what(),
        fault.hint());
  }

  private static FlowFault ofEnd(WorkerEnded.How how, FlowLimits limits) {
    return switch (how) {
      case DEADLINE ->
          fault(
              FlowFault.Kind.TOO_LONG,
              0,
              "The tool computed for more than "
                  + seconds(limits.slice())
                  + " without asking anything.",
              LESS);
      case MEMORY -> ofBreach(Breach.MEMORY, 0, "");
      case CRASH ->
          FlowFault.of(
              FlowFault.Kind.NO_SANDBOX,
              "The sandbox was ended from outside each time it executed the tool.",
              "Nothing is wrong with the tool. The machine may be short of memory; try again.");
    };
  }

  /// For a worker that could not be started.
  static Problem noSandbox() {
    return Problem.of(
        Problem.Kind.UNAVAILABLE,
        "The sandbox that executes tools could not be started.",
        "Look at the server's log; the memory of the machine and the folder worker-lib are the"
            + " usual reasons. Then try again.");
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

  private static String seconds(Duration limit) {
    String seconds = BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString();
    return seconds.equals("1") ? "1 second" : seconds + " seconds";
  }

  private static FlowFault fault(FlowFault.Kind kind, int line, String what, String hint) {
    return new FlowFault(kind, "", "", line, "", what, hint);
  }
}
