package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One person: what the person may do, and whether the person may come in.
///
/// @param since since when there is the account, as a sentence
/// @param suspended since when the person is kept out, as a sentence, if so
/// @param you whether it is the person who looks
/// @param problem why the last form was not taken, or empty
record PersonPage(
    Frame frame,
    String id,
    String name,
    String email,
    String since,
    Optional<String> suspended,
    boolean you,
    List<Field> fields,
    List<Field.Fault> faults,
    String problem) {

  /// Copies the lists.
  PersonPage {
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
  }
}
