package dev.knowhow.tool;

/// A formula, a path or a sentence as a person wrote it, with its place for messages.
///
/// @param text the words, with white space at the ends removed
/// @param file the file inside the tool, such as `tool.yaml`
/// @param line the line, counted from 1
public record Written(String text, String file, int line) {
  @Override
  public String toString() {
    return text;
  }
}
