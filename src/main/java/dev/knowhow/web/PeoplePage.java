package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// The people of this workspace, the links that wait, and the form for another link.
///
/// @param link the link that was just made: it is shown this once
/// @param problem what is wrong with the last form as a whole, or empty
record PeoplePage(
    Frame frame,
    Optional<Link> link,
    List<Person> people,
    List<Waiting> waiting,
    List<Field> fields,
    List<Field.Fault> faults,
    String problem) {

  /// Copies the lists.
  PeoplePage {
    people = List.copyOf(people);
    waiting = List.copyOf(waiting);
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
  }

  /// A link to hand on.
  record Link(String whom, String address, String until) {}

  /// One person in the list.
  ///
  /// @param may what the person may do, in a few words each
  /// @param mark `You` or `Suspended`, or empty
  record Person(
      String id, String name, String email, List<String> may, boolean suspended, String mark) {
    /// Copies the list.
    Person {
      may = List.copyOf(may);
    }
  }

  /// A link that nobody has used yet.
  record Waiting(String id, String whom, List<String> may, String until) {
    /// Copies the list.
    Waiting {
      may = List.copyOf(may);
    }
  }
}
