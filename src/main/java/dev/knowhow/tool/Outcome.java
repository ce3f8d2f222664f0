package dev.knowhow.tool;

/// How a run ends for the person when nothing failed.
public enum Outcome {
  /// There is a result.
  RESULT("result"),
  /// The material does not allow a result; the reason and what is missing are said.
  CANT_SAY("can't say");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /// The words in the files and on the pages.
  public String words() {
    return words;
  }
}
