package dev.knowhow.model;

import dev.knowhow.price.ModelRef;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import dev.knowhow.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/// What came of a question.
public sealed interface Answer {

  /// A model answered, and the answer is charged.
  ///
  /// @param text what it said
  /// @param ending why it stopped
  /// @param usage the tokens of the answer that counts; attempts that failed have charges of their
  ///   own
  /// @param usageEstimated whether the tokens were counted by us because the provider did not say
  /// @param cost what this answer cost
  /// @param model the model
  /// @param took from the first attempt to the last token
  /// @param why why this model, in a sentence
  record Answered(
      String text,
      Ending ending,
      Usage usage,
      boolean usageEstimated,
      Money cost,
      ModelRef model,
      Duration took,
      String why)
      implements Answer {

    /// What makes the answer useless as it is, as a sentence, or empty.
    public Optional<String> flaw() {
      return switch (ending) {
        case DONE -> Optional.empty();
        case CUT_OFF ->
            Optional.of(
                "The answer was cut off after "
                    + usage.output()
                    + " tokens, the most this step allows.");
        case DECLINED -> Optional.of("The model declined to answer this.");
      };
    }

    /// The text without white space or a Markdown fence around it, as models wrap JSON.
    public String bare() {
      String bare = text.strip();
      if (bare.startsWith("```") && bare.endsWith("```") && bare.indexOf('\n') > 0) {
        int first = bare.indexOf('\n');
        return first < bare.length() - 3
            ? bare.substring(first + 1, bare.length() - 3).strip()
            : bare;
      }
      return bare;
    }
  }

  /// No answer that counts; what failed attempts cost is in the ledger.
  ///
  /// @param mayPass whether the same question may well be answered later though nobody does
  ///   anything
  record Refused(Problem problem, boolean mayPass) implements Answer {
    /// A refusal that stays until a person does something, such as to connect a model.
    public Refused(Problem problem) {
      this(problem, false);
    }
  }
}
