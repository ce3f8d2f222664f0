package dev.knowhow.account;

import java.util.Optional;

/// Which lines of the audit trail are wanted.
///
/// @param personId only what this person did or what was done to this person
/// @param kind only what is about this
public record AuditFilter(Optional<String> personId, Optional<AuditKind> kind) {

  /// All lines.
  public static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty());
}
