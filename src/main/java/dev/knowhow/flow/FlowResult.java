package dev.knowhow.flow;

import dev.knowhow.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a flow came to.
///
/// @param outcome whether there is a result or the flow can't say
/// @param because why it can't say, and empty for a result
/// @param results the results by name, in the order of the page
/// @param notStated for results that are not stated: why, in a sentence
public record FlowResult(
    Outcome outcome, String because, Value.Fields results, Map<String, String> notStated) {

  /// Copies the map in its order.
  public FlowResult {
    notStated = Collections.unmodifiableMap(new LinkedHashMap<>(notStated));
  }

  /// How a flow ends when it does not fail.
  public enum Outcome {
    /// There is a result.
    RESULT,
    /// What was given does not allow one; said with the reason.
    CANT_SAY
  }
}
