package dev.knowhow.run;

import dev.knowhow.flow.FlowCall;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.tool.SampleDecision;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers asks and decides reviews with what an example says: the same one whenever it is asked
/// again. Thread-safe.
final class SampleDesk {
  private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

  /// Who decides in an example.
  static final String BY = "the example";

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
    Value answer = of(step, lane);
    return answer instanceof Value.Text(String text) ? text : ValueJson.print(answer);
  }

  private Value of(String step, String lane) {
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
    return all.get(index);
  }

  /// The journaled answer of a tool that is used: the example's.
  ///
  /// @throws Problem when the example has none for this step
  Value use(FlowCall tool) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("outcome", Value.text("result"));
    fields.put("because", Value.text(""));
    fields.put("results", of(tool.step(), tool.lane()));
    return Value.fields(fields);
  }

  /// The journaled answer of a review: what the example says that a person decides. Where it says
  /// nothing, a review is approved, and where a check does not hold nobody lets it stand.
  ///
  /// @throws Problem when something must be filled in and the example does not say what
  Value decide(FlowCall review) {
    Value.Fields arguments = review.arguments();
    String of = arguments.get("of").textOrEmpty();
    boolean isCheck = arguments.get("kind").textOrEmpty().equals("check");
    Optional<SampleDecision> decision = answers.decision(of.isEmpty() ? review.step() : of);
    if (decision.isEmpty() && isCheck) {
      return decided("late", Value.notStated(), Value.noFields());
    }
    if (decision.isEmpty()
        && arguments.get("fills") instanceof Value.Items(List<Value> fills)
        && !fills.isEmpty()) {
      throw Problem.at(
          Problem.Kind.FAILED,
          review.step(),
          "The example does not say what a person fills in when “" + of + "” is reviewed.",
          "Add it below decisions in the example's file.");
    }
    return switch (decision.map(SampleDecision::kind).orElse(SampleDecision.Kind.APPROVE)) {
      case APPROVE ->
          decided(
              "approved",
              arguments.get("value"),
              decision.map(SampleDecision::fills).orElse(Value.noFields()));
      case EDIT ->
          decided("edited", decision.orElseThrow().instead(), decision.orElseThrow().fills());
      case TOO_LATE -> decided("late", Value.notStated(), Value.noFields());
    };
  }

  private Value decided(String decision, Value value, Value.Fields fills) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("decision", Value.text(decision));
    fields.put("value", value);
    fields.put("fills", fills);
    fields.put("by", Value.text(BY));
    fields.put("comment", Value.text(answers.origin().words()));
    return Value.fields(fields);
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
