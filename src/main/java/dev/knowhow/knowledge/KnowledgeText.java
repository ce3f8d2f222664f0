package dev.knowhow.knowledge;

/// A text that a tool may look things up in.
///
/// @param name the name under which the tool knows it
/// @param label what it is called, for a person
/// @param markdown the text
public record KnowledgeText(String name, String label, String markdown) {}
