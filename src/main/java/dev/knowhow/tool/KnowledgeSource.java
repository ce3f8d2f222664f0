package dev.knowhow.tool;

/// A text that the tool may look things up in.
///
/// @param name the name in steps and sentences
/// @param label the words on the pages
/// @param file where the text is in the tool's files, also for a pack of the house
/// @param pack the pack of the house, or empty for a file of the tool's own
public record KnowledgeSource(String name, String label, String file, String pack) {

  /// Whether it is a pack of the house.
  public boolean isPack() {
    return !pack.isEmpty();
  }
}
