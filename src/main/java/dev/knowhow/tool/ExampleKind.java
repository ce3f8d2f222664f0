package dev.knowhow.tool;

/// What an example tries the tool with.
public enum ExampleKind {
  /// The usual case.
  EASY("easy"),
  /// A case that takes thought.
  HARD("hard"),
  /// Something that is needed is not there.
  MISSING_FACTS("missing facts"),
  /// Two of the inputs disagree.
  CONTRADICTORY_FACTS("contradictory facts"),
  /// An input tries to give orders.
  HOSTILE_TEXT("hostile text"),
  /// The right outcome is "can't say".
  CANT_SAY("can't say");

  private final String words;

  ExampleKind(String words) {
    this.words = words;
  }

  /// The words in the example's file and on the pages.
  public String words() {
    return words;
  }
}
