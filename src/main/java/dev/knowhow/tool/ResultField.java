package dev.knowhow.tool;

/// One thing that the tool gives back.
///
/// @param name its name
/// @param label the words above it
/// @param kind how it is shown
/// @param from the path of the value, such as `reviewed.missing`
public record ResultField(String name, String label, ResultKind kind, Written from) {}
