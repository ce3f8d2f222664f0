package dev.knowhow.run;

import dev.knowhow.flow.StepOutline;
import dev.knowhow.price.CostRange;
import dev.knowhow.price.Money;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that can be seen of one run.
///
/// @param version the tool's version that it executes
/// @param inputs what the runner filled in
/// @param sample the example whose sample answers it uses; empty for a live run
/// @param because why it can't say, or empty
/// @param results the named results in the tool's order; empty until it ended
/// @param steps what happened, in the flow's order
/// @param problem why it is parked or failed
/// @param cost all that its calls have cost so far, exactly; of a sample run nothing
/// @param uncertain how much more lost calls may have cost, at most
/// @param estimate what it was expected to cost when it began
/// @param sources where the words were found that checks confirmed, numbered from 1
/// @param waitsFor what it can't go on without; empty unless it is waiting
/// @param logs what the tool's script wrote for its author, in order
/// @param from the run that it was made from
/// @param parent the run that uses it
/// @param startedBy the id of the person who started it
/// @param outline the steps of its flow, also those that were not reached
public record RunView(
    String id,
    ToolVersion version,
    RunState state,
    Value.Fields inputs,
    Optional<String> sample,
    Instant startedAt,
    Optional<Instant> endedAt,
    String because,
    List<ResultView> results,
    List<StepView> steps,
    Optional<Problem> problem,
    Money cost,
    Money uncertain,
    Optional<CostRange> estimate,
    List<Source> sources,
    List<WaitsFor> waitsFor,
    List<LogLine> logs,
    Optional<From> from,
    Optional<String> parent,
    String startedBy,
    List<StepOutline> outline) {

  /// Copies the lists.
  public RunView {
    results = List.copyOf(results);
    steps = List.copyOf(steps);
    sources = List.copyOf(sources);
    waitsFor = List.copyOf(waitsFor);
    logs = List.copyOf(logs);
    outline = List.copyOf(outline);
  }

  /// How long it took, once it ended.
  public Optional<Duration> took() {
    return endedAt.map(end -> Duration.between(startedAt, end));
  }

  /// One named result.
  ///
  /// @param label its words on the page
  /// @param type the result's declared type: `letter`, `date`, `list`, ...
  /// @param value its value; [Value.NotStated] where the run can't say
  /// @param whyNot why it can't say this one, or empty
  public record ResultView(String name, String label, String type, Value value, String whyNot) {}

  /// Words in a result that a check found in a source.
  ///
  /// @param number its number on the page
  /// @param words the words as the result has them
  /// @param source the label of the input or the knowledge in which they were found
  /// @param place where in it, such as "page 2" or "line 14", or empty
  public record Source(int number, String words, String source, String place) {}

  /// A line that the tool's script wrote for its author.
  ///
  /// @param step the step it was written in, or empty
  /// @param lane the row it was written for, or empty
  /// @param line the line of the script, counted from 1, or 0 where it is not known
  public record LogLine(String step, String lane, int line, String text) {}

  /// The run that a run was made from.
  ///
  /// @param words what was to be different, as a sentence
  public record From(String runId, String words) {}
}
