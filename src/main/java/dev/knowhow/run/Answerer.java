package dev.knowhow.run;

import dev.knowhow.model.Answer;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import dev.knowhow.tool.SampleAnswers;
import dev.knowhow.value.Value;
import dev.knowhow.value.ValueJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who gave an answer and what it cost, as the journal keeps it beside the answer. The ledger has
/// the charge itself; both are written in one transaction.
///
/// @param words the model, or who wrote the sample answer
/// @param why why this model was chosen, or empty
record Answerer(
    String words,
    String why,
    Optional<Usage> usage,
    Optional<Money> cost,
    Optional<Duration> took) {

  /// Nobody outside this server was asked.
  static final Answerer NOBODY =
      new Answerer("", "", Optional.empty(), Optional.empty(), Optional.empty());

  static Answerer of(Answer.Answered answered) {
    return new Answerer(
        answered.model().model(),
        answered.why(),
        Optional.of(answered.usage()),
        Optional.of(answered.cost()),
        Optional.of(answered.took()));
  }

  static Answerer sample(SampleAnswers.Origin origin) {
    return new Answerer(
        "Sample answer, " + origin.words(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The same one, when the answer is taken over: that costs nothing.
  Answerer kept() {
    return new Answerer(words, "", Optional.empty(), Optional.empty(), Optional.empty());
  }

  String write() {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("words", Value.text(words));
    fields.put("why", Value.text(why));
    usage.ifPresent(u ->
        fields.put(
            "usage",
            Value.items(
                number(u.freshInput()),
                number(u.cacheRead()),
                number(u.cacheWrite5Min()),
                number(u.cacheWrite1H()),
                number(u.visibleOutput()),
                number(u.reasoning()))));
    cost.ifPresent(c -> fields.put("picos", number(c.picos())));
    took.ifPresent(t -> fields.put("millis", number(t.toMillis())));
    return ValueJson.print(Value.fields(fields));
  }

  static Answerer read(String json) {
    if (json.isEmpty() || !(ValueJson.parse(json) instanceof Value.Fields fields)) {
      return NOBODY;
    }
    return new Answerer(
        fields.get("words").textOrEmpty(),
        fields.get("why").textOrEmpty(),
        usage(fields.get("usage")),
        number(fields.get("picos")).map(Money::new),
        number(fields.get("millis")).map(Duration::ofMillis));
  }

  private static Optional<Usage> usage(Value value) {
    if (!(value instanceof Value.Items items) || items.items().size() != 6) {
      return Optional.empty();
    }
    long[] tokens = items.items().stream().mapToLong(each -> number(each).orElse(0L)).toArray();
    return Optional.of(new Usage(tokens[0], tokens[1], tokens[2], tokens[3], tokens[4], tokens[5]));
  }

  private static Value number(long number) {
    return Value.text(Long.toString(number));
  }

  private static Optional<Long> number(Value value) {
    return value instanceof Value.Text(String digits)
        ? Optional.of(Long.parseLong(digits))
        : Optional.empty();
  }
}
