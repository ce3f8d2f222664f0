package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What came out of reading a form.
public sealed interface FormReading {

  /// Every input with its canonical value.
  record Filled(Value.Fields inputs) implements FormReading {}

  /// What must be corrected; the form keeps what was typed.
  ///
  /// @param messages for a field's name a sentence for the person; a cell of a table is
  ///   `input.2.column`, its rows counted from 1 as they were typed
  record Unfit(Map<String, String> messages, TypedForm typed) implements FormReading {
    /// Copies the map in its order.
    public Unfit {
      messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
    }
  }
}
