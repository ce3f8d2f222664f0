package dev.knowhow.knowledge;

/// A piece of knowledge that stands on its own.
///
/// @param source the name under which the tool knows the knowledge
/// @param title what the whole text is called
/// @param heading the headings above the passage, outermost first, parted by ` › `; may be empty
/// @param text the passage's Markdown
/// @param number the passage's place in its text, counted from 1
public record Passage(String source, String title, String heading, String text, int number) {}
