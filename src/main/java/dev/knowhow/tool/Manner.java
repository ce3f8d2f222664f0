package dev.knowhow.tool;

/// Who wrote a value, and so what of it is unambiguous.
public enum Manner {
  /// A person in a form: dates as `04/12/2026` too.
  FORM,
  /// A model: dates as `2026-04-12` or with the month's name; fields that nobody asked for are
  /// dropped.
  MODEL,
  /// The author of an example, in a sample answer: as a model, but a field too many is a fault.
  AUTHOR
}
