package dev.knowhow.web;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is wrong with a form that was sent: a sentence at each field it is about, and one for the
/// whole where it is about none.
///
/// @param fields a sentence by the field's name
/// @param whole a sentence, or empty
record FieldFaults(Map<String, String> fields, String whole) {
  /// Nothing is wrong.
  static final FieldFaults NONE = new FieldFaults(Map.of(), "");

  /// Copies the map.
  FieldFaults {
    fields = Map.copyOf(fields);
  }

  /// What a problem says.
  static FieldFaults of(Problem problem) {
    Map<String, String> fields = new HashMap<>();
    for (Fault fault : problem.faults()) {
      fields.put(fault.where(), Visit.sentence(fault.what(), fault.hint()));
    }
    String sentence = Visit.sentence(problem.what(), problem.hint());
    if (!problem.where().isEmpty()) {
      fields.put(problem.where(), sentence);
    }
    return new FieldFaults(fields, fields.isEmpty() ? sentence : "");
  }

  /// The sentence at a field, if there is one.
  Optional<String> at(String field) {
    return Optional.ofNullable(fields.get(field));
  }
}
