package dev.knowhow.web;

import dev.knowhow.run.ReviewView;

/// How a review ended, in words.
final class Decisions {
  private Decisions() {}

  /// One sentence: who decided what and when.
  ///
  /// @param when the moment in words
  static String sentence(Words words, ReviewView.Decided decided, String when) {
    String key =
        switch (decided.decision()) {
          case "approved" -> "decided.approved";
          case "edited" -> "decided.edited";
          case "sent back" -> "decided.sentBack";
          case "late" -> "decided.late";
          default -> "decided.withdrawn";
        };
    return words.of(key, decided.by(), when);
  }

  /// Whether a person has let a value through.
  static boolean isApproval(ReviewView.Decided decided) {
    return decided.decision().equals("approved") || decided.decision().equals("edited");
  }
}
