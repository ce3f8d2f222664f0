package dev.knowhow.account;

import java.time.Instant;

/// One line of the audit trail: who did what, to what, and when.
///
/// @param at when it was done
/// @param personId the id of the person who did it
/// @param personName the name that the person went by at the time
/// @param what what was done, such as `changed the budget of a month to $20`
/// @param on what it was done to: a tool, a key, a budget, a person
public record AuditEntry(Instant at, String personId, String personName, String what, String on) {}
