package dev.knowhow.web;

/// A place that a result rests on.
///
/// @param number the number beside the marked words
/// @param name the source: `Denial letter`
/// @param place where in it: `page 1`, or empty
/// @param words the exact words found there
record SourceLine(int number, String name, String place, String words) {}
