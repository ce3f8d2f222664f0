package dev.knowhow.web;

/// What the `{...}` of an address names.
enum Thing {
  /// The address names nothing.
  NONE,
  /// A tool.
  TOOL,
  /// A run that waits for a doctor.
  RUN,
  /// The review that it waits for.
  REVIEW,
  /// A person.
  PERSON,
  /// An invitation by its id.
  INVITATION,
  /// An invitation by its secret.
  LINK,
  /// A client.
  CLIENT,
  /// A connection to a model.
  CONNECTION
}
