package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One client: its name and budget, its tools, its people.
///
/// @param month where its budget stands; empty where it has none of its own
/// @param spent what its tools cost this month, as a sentence
/// @param tools the question which tools are its; empty where there is no tool at all
/// @param closed since when it is closed, as a sentence, if so
/// @param problem why the last form was not taken, or empty
record ClientPage(
    Frame frame,
    String id,
    String name,
    Optional<Meter> month,
    String spent,
    List<Field> fields,
    List<Field.Fault> faults,
    Optional<Field> tools,
    List<PeoplePage.Person> people,
    Optional<String> closed,
    String problem) {

  /// Copies the lists.
  ClientPage {
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
    people = List.copyOf(people);
  }
}
