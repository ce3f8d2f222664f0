package dev.knowhow.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names that a prompt can use, and the names inside each.
///
/// @param names each name with what is inside it: nothing for a text, a number, a list of texts;
///   the fields for rows, a document or an answer with fields
public record KnownNames(Map<String, KnownNames> names) {
  /// Nothing inside: a text, a number, a list of texts.
  public static final KnownNames NONE = new KnownNames(Map.of());

  /// Copies the map in its order.
  public KnownNames {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }
}
