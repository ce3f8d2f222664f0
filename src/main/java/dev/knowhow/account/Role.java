package dev.knowhow.account;

/// What a person may do here.
public enum Role {
  /// May do everything: people, money, keys, tools.
  OWNER,
  /// May make and change tools, and run them.
  BUILDER,
  /// May run tools.
  RUNNER
}
