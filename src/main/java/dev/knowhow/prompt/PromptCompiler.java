package dev.knowhow.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns house rules, a prompt file and values into the segments of one request.
///
/// Equal inputs give byte-identical segments. Thread-safe.
public final class PromptCompiler {

  /// A compiler; cheap to make, though the first count loads a vocabulary.
  public PromptCompiler() {}

  /// Prepares all that is the same for every run of a version.
  public PromptPlan plan(
      String houseRules, PromptSource source, Optional<OutputShape> shape, List<Pinned> pinned) {
    throw new UnsupportedOperationException(houseRules + source + shape + pinned);
  }

  /// Compiles one request.
  ///
  /// @param values the values by dotted name, as [PromptSource#names] has them
  public CompiledPrompt compile(
      PromptPlan plan, Map<String, PromptValue> values, Optional<AskAgain> askAgain) {
    throw new UnsupportedOperationException(plan.toString() + values + askAgain);
  }
}
