package dev.knowhow.tool;

import java.time.Instant;

/// A version of a tool as in a list.
///
/// @param number from 1; below 0 for a draft that was kept to be run
/// @param note what is new in it, in its maker's words, or empty
/// @param reason why it was made live although examples failed, or empty
/// @param addedBy the person's id
public record VersionRow(int number, String note, String reason, Instant addedAt, String addedBy) {}
