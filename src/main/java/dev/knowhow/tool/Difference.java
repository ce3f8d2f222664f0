package dev.knowhow.tool;

/// One thing in which two versions of a tool differ.
///
/// @param kind what happened to it
/// @param place where it is: in the later version, or where it was taken away in the earlier one
/// @param of what it is part of, in the author's own words, such as `Chart notes` or `write the
///   letter`; empty for the tool itself
/// @param key which key of it, such as `label` or `tier`; empty for a whole thing or file
/// @param was the earlier text, or empty
/// @param now the later text, or empty
public record Difference(Kind kind, Place place, String of, String key, String was, String now) {

  /// What happened.
  public enum Kind {
    /// It is new.
    ADDED,
    /// It is gone.
    REMOVED,
    /// It says something else.
    CHANGED,
    /// It stands elsewhere among its neighbours.
    MOVED
  }
}
