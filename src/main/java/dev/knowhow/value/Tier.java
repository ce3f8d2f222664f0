package dev.knowhow.value;

/// How good a model a step asks for; the operator says which model each tier is.
public enum Tier {
  /// The cheapest that can read and copy well.
  ECONOMY("economy"),
  /// The usual one.
  STANDARD("standard"),
  /// The best there is, for what the others get wrong.
  BEST("best");

  private final String words;

  Tier(String words) {
    this.words = words;
  }

  /// The word in `tool.yaml` and on the pages.
  public String words() {
    return words;
  }

  /// The next better tier; the best one's next is itself.
  public Tier next() {
    return switch (this) {
      case ECONOMY -> STANDARD;
      case STANDARD, BEST -> BEST;
    };
  }
}
