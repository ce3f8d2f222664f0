package dev.knowhow.run;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers asks with an example's sample answers: the same one whenever it is asked again.
/// Thread-safe.
final class SampleDesk {
  private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

  private final SampleAnswers answers;
  private final Map<String, Integer> nestedLanes = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> nextNested = new ConcurrentHashMap<>();

  SampleDesk(SampleAnswers answers) {
    this.answers = answers;
  }

  /// The sample answer as a model would have written it.
  ///
  /// @throws Problem when the example has none for this ask
  String answer(String step, String lane) {
    List<Value> all = answers.of(step);
    int index = lane.isEmpty() ? 0 : place(step, lane);
    if (index >= all.size()) {
      throw Problem.at(
          Problem.Kind.FAILED,
          step,
          lane.isEmpty()
              ? "The example has no sample answer for this step."
              : "The example has " + all.size() + " sample answers, and " + lane + " needs one.",
          "Add one below answers in the example's file.");
    }
    Value answer = all.get(index);
    return answer instanceof Value.Text(String text) ? text : ValueJson.print(answer);
  }

  /// In one loop the row's place; in loops inside loops the order in which the lanes ask.
  private int place(String step, String lane) {
    Matcher rows = ROW.matcher(lane);
    int first = rows.find() ? Integer.parseInt(rows.group(1)) - 1 : 0;
    if (!rows.find()) {
      return first;
    }
    return nestedLanes.computeIfAbsent(
        step + " " + lane,
        _ -> nextNested.computeIfAbsent(step, _ -> new AtomicInteger()).getAndIncrement());
  }
}
