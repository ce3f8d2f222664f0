package dev.knowhow.web;

import java.util.List;

/// The first page of a new installation: who owns it.
///
/// @param problem what is wrong with the whole form, or empty
record WelcomePage(Frame frame, List<Field> fields, List<Field.Fault> faults, String problem) {

  /// Copies the lists.
  WelcomePage {
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
  }
}
