package dev.knowhow.account;

import java.util.List;

/// Some lines of the audit trail, the newest first.
///
/// @param number which page it is, from 1
/// @param of how many pages there are, at least 1
/// @param all how many lines there are on all pages
public record AuditPage(List<AuditEntry> entries, int number, int of, long all) {

  /// Copies the list.
  public AuditPage {
    entries = List.copyOf(entries);
  }
}
