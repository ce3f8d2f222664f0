package dev.knowhow.account;

/// The browser in which a person signs in, in a few words such as `Firefox on Windows`, so that the
/// person knows it again; empty where it is not known.
public record Browser(String words) {
  private static final int LONGEST = 80;

  /// A browser that says nothing about itself.
  public static final Browser UNKNOWN = new Browser("");

  /// Cuts words that are too long.
  public Browser {
    words = words.substring(0, Math.min(words.length(), LONGEST));
  }
}
