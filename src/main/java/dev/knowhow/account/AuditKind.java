package dev.knowhow.account;

/// What a line of the audit trail is about.
public enum AuditKind {
  /// Who may come in and what each may do.
  PEOPLE,
  /// Clients.
  CLIENTS,
  /// Tools, and whose they are.
  TOOLS,
  /// Connections to models, their keys, and the tiers.
  MODELS,
  /// Budgets and prices.
  MONEY,
  /// A person's own password and sessions, and the workspace's name.
  ACCOUNT
}
