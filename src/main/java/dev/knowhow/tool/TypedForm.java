package dev.knowhow.tool;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What came out of a form before anything is made of it.
///
/// @param texts the texts by field, in their order; a field of a table is `input.column` and has
///   one text for each row
/// @param documents the documents that were read already, by input
public record TypedForm(
    Map<String, List<String>> texts, Map<String, List<DocumentText>> documents) {

  /// Copies the maps.
  public TypedForm {
    texts = copy(texts);
    documents = copy(documents);
  }

  /// The texts of a field; none where it was not sent.
  public List<String> texts(String field) {
    return texts.getOrDefault(field, List.of());
  }

  /// The first text of a field; empty where it was not sent.
  public String text(String field) {
    List<String> all = texts(field);
    return all.isEmpty() ? "" : all.getFirst();
  }

  private static <T> Map<String, List<T>> copy(Map<String, List<T>> map) {
    Map<String, List<T>> copy = new LinkedHashMap<>();
    map.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }
}
