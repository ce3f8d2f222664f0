package dev.knowhow.run;

import dev.knowhow.price.CostRange;
import dev.knowhow.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What would be sent and what it would cost, found without sending anything.
///
/// @param first the prompts that the run would send before it has learned anything from a model
/// @param later the steps that ask a model afterwards, in words; their prompts depend on answers
/// @param estimate the expected cost of the whole run; empty where no price is known
/// @param basis what the estimate rests on, as a sentence
/// @param problem why it could not be sent now, such as no model being connected
public record Preview(
    List<FirstPrompt> first,
    List<String> later,
    Optional<CostRange> estimate,
    String basis,
    Optional<Problem> problem) {

  /// Copies the lists.
  public Preview {
    first = List.copyOf(first);
    later = List.copyOf(later);
  }

  /// One prompt that would be sent.
  ///
  /// @param words what the step does
  /// @param recipient who would get it, such as `Anthropic`; empty without a model
  /// @param model the model, or empty
  /// @param segments its pieces in order
  /// @param tokens its tokens
  /// @param tokensExact whether the count is exact for this model, or an estimate
  /// @param request the request's body exactly as it would go out; empty without a model
  public record FirstPrompt(
      String step,
      String words,
      String recipient,
      String model,
      List<StepView.SentSegment> segments,
      int tokens,
      boolean tokensExact,
      String request) {

    /// Copies the list.
    public FirstPrompt {
      segments = List.copyOf(segments);
    }
  }
}
