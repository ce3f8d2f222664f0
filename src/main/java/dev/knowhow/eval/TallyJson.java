package dev.knowhow.eval;

import dev.knowhow.eval.CellOutcome.Ended;
import dev.knowhow.eval.CellOutcome.ResultText;
import dev.knowhow.price.Money;
import dev.knowhow.tool.Outcome;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A tally as it is kept.
final class TallyJson {
  private TallyJson() {}

  static String write(Tally tally) {
    Map<String, Value> fields = new LinkedHashMap<>();
    switch (tally.outcome()) {
      case CellOutcome.Passed(Ended ended) -> {
        fields.put("is", Value.text("passed"));
        fields.put("ended", ended(ended));
      }
      case CellOutcome.Failed(Optional<Ended> ended, List<Miss> misses) -> {
        fields.put("is", Value.text("failed"));
        ended.ifPresent(one -> fields.put("ended", ended(one)));
        fields.put("misses", Value.items(misses.stream().map(TallyJson::miss).toList()));
      }
      case CellOutcome.DidNotRun(String why, String hint) -> {
        fields.put("is", Value.text("did not run"));
        fields.put("why", Value.text(why));
        fields.put("hint", Value.text(hint));
      }
      case CellOutcome.NotTried(String why) -> {
        fields.put("is", Value.text("not tried"));
        fields.put("why", Value.text(why));
      }
      case CellOutcome.Waits _, CellOutcome.UnderWay _ ->
          throw new IllegalArgumentException("no outcome yet");
    }
    fields.put("picos", number(tally.cost().picos()));
    fields.put("tokens", number(tally.tokens()));
    fields.put("millis", number(tally.took().toMillis()));
    fields.put("models", Value.items(tally.models().stream().map(Value::text).toList()));
    return ValueJson.print(Value.fields(fields));
  }

  static Tally read(String json) {
    Value.Fields fields = (Value.Fields) ValueJson.parse(json);
    return new Tally(
        outcome(fields),
        new Money(number(fields, "picos")),
        number(fields, "tokens"),
        Duration.ofMillis(number(fields, "millis")),
        items(fields.get("models")).map(Value::textOrEmpty).toList());
  }

  private static CellOutcome outcome(Value.Fields fields) {
    Optional<Ended> ended =
        fields.get("ended") instanceof Value.Fields one
            ? Optional.of(ended(one))
            : Optional.empty();
    String why = fields.get("why").textOrEmpty();
    return switch (fields.get("is").textOrEmpty()) {
      case "passed" -> new CellOutcome.Passed(ended.orElseThrow());
      case "failed" ->
          new CellOutcome.Failed(
              ended, items(fields.get("misses")).map(each -> miss((Value.Fields) each)).toList());
      case "did not run" -> new CellOutcome.DidNotRun(why, fields.get("hint").textOrEmpty());
      case "not tried" -> new CellOutcome.NotTried(why);
      default -> throw new IllegalStateException("no outcome of a cell: " + fields.get("is"));
    };
  }

  private static Value ended(Ended ended) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("outcome", Value.text(ended.outcome().name()));
    fields.put("because", Value.text(ended.because()));
    fields.put("results", Value.items(ended.results().stream().map(TallyJson::result).toList()));
    return Value.fields(fields);
  }

  private static Ended ended(Value.Fields fields) {
    return new Ended(
        Outcome.valueOf(fields.get("outcome").textOrEmpty()),
        fields.get("because").textOrEmpty(),
        items(fields.get("results"))
            .map(each -> (Value.Fields) each)
            .map(each ->
                new ResultText(
                    each.get("name").textOrEmpty(),
                    each.get("label").textOrEmpty(),
                    each.get("text").textOrEmpty()))
            .toList());
  }

  private static Value result(ResultText result) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.text(result.name()));
    fields.put("label", Value.text(result.label()));
    fields.put("text", Value.text(result.text()));
    return Value.fields(fields);
  }

  private static Value miss(Miss miss) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("of", Value.text(miss.of().name()));
    fields.put("sentence", Value.text(miss.sentence()));
    fields.put("found", Value.text(miss.found()));
    return Value.fields(fields);
  }

  private static Miss miss(Value.Fields fields) {
    return new Miss(
        Miss.Of.valueOf(fields.get("of").textOrEmpty()),
        fields.get("sentence").textOrEmpty(),
        fields.get("found").textOrEmpty());
  }

  private static Stream<Value> items(Value value) {
    return value instanceof Value.Items(List<Value> items) ? items.stream() : Stream.empty();
  }

  private static Value number(long number) {
    return Value.text(Long.toString(number));
  }

  private static long number(Value.Fields fields, String name) {
    return Long.parseLong(fields.get(name).textOrEmpty());
  }
}
