package dev.knowhow.web;

import java.util.List;

/// The clients, and the form for another.
record ClientsPage(
    Frame frame, List<Line> clients, List<Field> fields, List<Field.Fault> faults, String problem) {

  /// Copies the lists.
  ClientsPage {
    clients = List.copyOf(clients);
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
  }

  /// One client in the list.
  ///
  /// @param cap what its tools may cost in a month, or that nothing of its own limits them
  record Line(
      String id,
      String name,
      boolean closed,
      String tools,
      String people,
      String spent,
      String cap) {}
}
