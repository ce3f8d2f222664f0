package dev.knowhow.prompt;

import java.util.List;

/// Why the last answer was not good enough; goes last into the prompt of the next attempt.
///
/// @param reasons what was found and what was wanted, one sentence each; at least one
/// @param previousAnswer the answer that was not good enough, or empty where it need not be shown
public record AskAgain(List<String> reasons, String previousAnswer) {

  /// Copies the list.
  public AskAgain {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("asking again needs a reason");
    }
  }

  /// One reason, and nothing of the last answer.
  public static AskAgain because(String reason) {
    return new AskAgain(List.of(reason), "");
  }
}
