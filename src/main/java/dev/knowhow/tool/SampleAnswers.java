package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the asks of an example answer without a model.
///
/// @param origin who wrote them; always shown with them
/// @param answers for each ask its answers: one, or one per row in order where it stands in a loop;
///   an ask that the example does not reach has none
/// @param decisions what persons decide, by the name of what is decided; the same in every row
public record SampleAnswers(
    Origin origin, Map<String, List<Value>> answers, Map<String, SampleDecision> decisions) {
  /// Copies the maps.
  public SampleAnswers {
    Map<String, List<Value>> copy = new LinkedHashMap<>();
    answers.forEach((ask, each) -> copy.put(ask, List.copyOf(each)));
    answers = Collections.unmodifiableMap(copy);
    decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
  }

  /// The answers of an ask; none where the example does not reach it.
  public List<Value> of(String ask) {
    return answers.getOrDefault(ask, List.of());
  }

  /// What a person decides about something; empty where the example does not say.
  public Optional<SampleDecision> decision(String of) {
    return Optional.ofNullable(decisions.get(of));
  }

  /// The same answers with one of them spoiled.
  ///
  /// @throws IllegalArgumentException where the answers have no such place
  public SampleAnswers with(PlantedMistake mistake) {
    List<Value> spoiled = new ArrayList<>(of(mistake.ask()));
    if (mistake.answer() >= spoiled.size()) {
      throw new IllegalArgumentException("no answer for " + mistake.in());
    }
    Value answer = spoiled.get(mistake.answer());
    spoiled.set(mistake.answer(), spoil(answer, mistake));
    Map<String, List<Value>> all = new LinkedHashMap<>(answers);
    all.put(mistake.ask(), spoiled);
    return new SampleAnswers(origin, all, decisions);
  }

  private static Value spoil(Value answer, PlantedMistake mistake) {
    return switch (mistake.change()) {
      case PlantedMistake.Change.Instead(Value value) ->
          AnswerPath.set(answer, mistake.path(), value);
      case PlantedMistake.Change.Replace(String part, String instead) -> {
        String text = AnswerPath.get(answer, mistake.path()).map(Value::textOrEmpty).orElse("");
        yield AnswerPath.set(answer, mistake.path(), Value.text(text.replace(part, instead)));
      }
    };
  }

  /// Where sample answers come from.
  public sealed interface Origin {
    /// Words for the label on the page.
    default String words() {
      return switch (this) {
        case Author() -> "written by the author";
        case Recorded(String model, LocalDate on) -> "recorded from " + model + " on " + on;
      };
    }

    /// The author of the template wrote them.
    record Author() implements Origin {}

    /// A model gave them in a real run.
    record Recorded(String model, LocalDate on) implements Origin {}
  }
}
