package dev.knowhow.eval;

import dev.knowhow.eval.CellOutcome.DidNotRun;
import dev.knowhow.eval.CellOutcome.Ended;
import dev.knowhow.eval.CellOutcome.Failed;
import dev.knowhow.eval.CellOutcome.Passed;
import dev.knowhow.eval.CellOutcome.ResultText;
import dev.knowhow.flow.FlowFault;
import dev.knowhow.flow.FlowResult;
import dev.knowhow.flow.Slice;
import dev.knowhow.flow.TraceEntry;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Outcome;
import dev.knowhow.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds what a flow came to against what an example wants. The same for sample answers and for
/// answers that were paid for. Pure.
final class Judging {
  private static final String HOLDS = "holds";

  private Judging() {}

  /// What came of an execution that looked at what must hold in the example.
  static CellOutcome of(Tool tool, Example example, Slice end) {
    return switch (end) {
      case Slice.Done(FlowResult result, List<TraceEntry> trace) ->
          ended(ended(tool, result), example, trace);
      case Slice.Failed(FlowFault fault, List<TraceEntry> trace) -> failed(fault, trace);
      case Slice.Waiting _ ->
          new DidNotRun("The flow did not end.", "Look for a loop without an end.");
    };
  }

  private static CellOutcome ended(Ended ended, Example example, List<TraceEntry> trace) {
    List<Miss> misses = new ArrayList<>();
    if (ended.outcome() != example.outcome()) {
      String why = ended.because().isEmpty() ? "" : ": " + ended.because();
      misses.add(
          new Miss(Miss.Of.OUTCOME, example.outcome().words(), ended.outcome().words() + why));
    }
    trace.stream()
        .filter(entry -> entry.step().equals(HOLDS) && entry.kind() == TraceEntry.Kind.CHECKED)
        .filter(entry -> entry.verdict() != TraceEntry.Verdict.PASSED)
        .map(entry -> new Miss(Miss.Of.HOLDS, entry.words(), found(entry)))
        .forEach(misses::add);
    return misses.isEmpty() ? new Passed(ended) : new Failed(Optional.of(ended), misses);
  }

  private static Ended ended(Tool tool, FlowResult result) {
    List<ResultText> texts = new ArrayList<>();
    result
        .results()
        .fields()
        .forEach((name, value) ->
            tool.result(name)
                .ifPresent(
                    field -> texts.add(new ResultText(name, field.label(), ValueText.of(value)))));
    Outcome outcome =
        switch (result.outcome()) {
          case RESULT -> Outcome.RESULT;
          case CANT_SAY -> Outcome.CANT_SAY;
        };
    return new Ended(outcome, result.because(), texts);
  }

  private static CellOutcome failed(FlowFault fault, List<TraceEntry> trace) {
    return switch (fault.kind()) {
      case CHECK_FAILED, ANSWER_DOES_NOT_FIT, NOT_REVIEWED, BUDGET_SPENT ->
          new Failed(
              Optional.empty(),
              List.of(
                  new Miss(
                      Miss.Of.CHECK,
                      fault.sentence().isEmpty() ? fault.step() : fault.sentence(),
                      lastFailure(fault, trace).orElse(fault.what()))));
      case SCRIPT,
          TOO_LONG,
          TOO_MUCH_MEMORY,
          TOO_DEEP,
          TOO_MANY_CALLS,
          TOO_LARGE,
          TOOL_FAILED,
          ANOTHER_VERSION,
          NO_SANDBOX,
          BUSY ->
          new DidNotRun(fault.what(), fault.hint());
    };
  }

  private static Optional<String> lastFailure(FlowFault fault, List<TraceEntry> trace) {
    return trace.stream()
        .filter(entry -> entry.verdict() == TraceEntry.Verdict.FAILED)
        .filter(entry -> entry.words().equals(fault.sentence()))
        .reduce((_, last) -> last)
        .map(Judging::found)
        .filter(found -> !found.isEmpty());
  }

  private static String found(TraceEntry entry) {
    return entry.details().get("found").textOrEmpty();
  }
}
