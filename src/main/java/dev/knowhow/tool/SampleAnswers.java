package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the asks of an example answer without a model.
///
/// @param origin who wrote them; always shown with them
/// @param answers for each ask its answers: one, or one per row in order where it stands in a loop;
///   an ask that the example does not reach has none
public record SampleAnswers(Origin origin, Map<String, List<Value>> answers) {
  /// Copies the answers.
  public SampleAnswers {
    Map<String, List<Value>> copy = new LinkedHashMap<>();
    answers.forEach((ask, each) -> copy.put(ask, List.copyOf(each)));
    answers = Collections.unmodifiableMap(copy);
  }

  /// The answers of an ask; none where the example does not reach it.
  public List<Value> of(String ask) {
    return answers.getOrDefault(ask, List.of());
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
