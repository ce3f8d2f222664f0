package dev.knowhow.web;

/// Somebody in front of a browser.
enum Who {
  /// Not signed in.
  NOBODY,
  /// Was signed in until an owner suspended the account.
  SUSPENDED,
  /// A runner of the workspace itself, who started the house's run.
  RUNNER,
  /// A runner of the workspace itself who decides as doctor.
  APPROVER,
  /// A runner of the client North, who started its run.
  CLIENTS,
  /// Another runner of North.
  COLLEAGUE,
  /// A runner of the client East, who decides as doctor there.
  OTHERS,
  /// A builder.
  BUILDER,
  /// The owner.
  OWNER;

  boolean signedIn() {
    return this != NOBODY && this != SUSPENDED;
  }

  boolean ofClient() {
    return this == CLIENTS || this == COLLEAGUE || this == OTHERS;
  }

  boolean seesAll() {
    return this == OWNER || this == BUILDER;
  }
}
