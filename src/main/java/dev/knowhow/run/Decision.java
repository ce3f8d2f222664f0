package dev.knowhow.run;

import dev.knowhow.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a person decides in a review.
public sealed interface Decision {

  /// Lets the run go on with a value: the proposed one, or an edited one.
  ///
  /// @param value equal to the proposed one to approve it as it is
  /// @param fills what the person filled in by name, as it was typed
  record Approve(Value value, Map<String, String> fills, String comment) implements Decision {
    /// Copies the map in its order.
    public Approve {
      fills = Collections.unmodifiableMap(new LinkedHashMap<>(fills));
    }
  }

  /// Has the answer asked for again.
  ///
  /// @param comment what is wrong with it, for the model
  record SendBack(String comment) implements Decision {}
}
