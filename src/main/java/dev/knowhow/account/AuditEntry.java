package dev.knowhow.account;

import java.time.Instant;

/// One line of the audit trail: who did what, to what, and when.
///
/// @param at when it was done
/// @param personId the id of the person who did it
/// @param personName the name that the person went by at the time
/// @param kind what it is about
/// @param what what was done, such as `changed the budget of a month to $20`
/// @param on what it was done to: the id of a tool, a client, a person or a link, or a word
public record AuditEntry(
    Instant at, String personId, String personName, AuditKind kind, String what, String on) {}
