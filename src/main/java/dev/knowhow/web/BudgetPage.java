package dev.knowhow.web;

import java.util.List;

/// The spending limits.
///
/// @param unknown what is not known of this month's spending, as a sentence, or empty
record BudgetPage(
    Frame frame,
    Meter month,
    String unknown,
    boolean mayChange,
    List<Field> fields,
    List<Field.Fault> faults) {

  /// Copies the lists.
  BudgetPage {
    fields = List.copyOf(fields);
    faults = List.copyOf(faults);
  }
}
