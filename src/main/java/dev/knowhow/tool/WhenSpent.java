package dev.knowhow.tool;

/// What happens when a goal's budget ends before the goal is reached.
public enum WhenSpent {
  /// The run ends as a stated failure.
  STOP("stop"),
  /// The run can't say; inside a loop the row's answer is not stated.
  CANT_SAY("can't say"),
  /// The best answer so far is taken, with what does not hold of it in the timeline.
  BEST("go on with the best");

  private final String words;

  WhenSpent(String words) {
    this.words = words;
  }

  /// The words in `tool.yaml`.
  public String words() {
    return words;
  }
}
