package dev.knowhow.prompt;

/// Knowledge that is the same for every run of a version and is sent with each of its prompts.
///
/// @param label what it is, for a person and for the model
/// @param text the Markdown
public record Pinned(String label, String text) {}
