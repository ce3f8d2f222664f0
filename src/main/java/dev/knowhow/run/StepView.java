package dev.knowhow.run;

import dev.knowhow.knowledge.Passage;
import dev.knowhow.price.Money;
import dev.knowhow.price.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One step of a run as it happened.
///
/// @param step the step's id in the tool
/// @param lane which row of which list it was done for, such as `reviewed 2`, or empty
/// @param words what the step does, as a sentence
/// @param details what came of it, one short line each
/// @param checks the checks that were made on it
/// @param passages what was looked up
/// @param asked the calls to models, one per attempt
/// @param startedAt when its first call was made; empty for a step that calls nothing
/// @param decided how its review ended, once it did
/// @param childRun the run of the tool that it uses
/// @param kept whether all its answers were taken over from another run
/// @param firstCall the number of its first journal entry, or 0 for a step that calls nothing
/// @param ways the ways of a choice that were looked at, in order
/// @param rows how many rows a loop has, or 0
public record StepView(
    String step,
    String lane,
    String words,
    Status status,
    List<String> details,
    List<CheckView> checks,
    List<Passage> passages,
    List<AskView> asked,
    Optional<Instant> startedAt,
    Optional<ReviewView.Decided> decided,
    Optional<String> childRun,
    boolean kept,
    int firstCall,
    List<WayView> ways,
    int rows) {

  /// Copies the lists.
  public StepView {
    details = List.copyOf(details);
    checks = List.copyOf(checks);
    passages = List.copyOf(passages);
    asked = List.copyOf(asked);
    ways = List.copyOf(ways);
  }

  /// Where a step stands.
  public enum Status {
    /// It waits for an answer.
    UNDER_WAY,
    /// It is done.
    DONE,
    /// It failed, or its check did.
    FAILED
  }

  /// One way of a choice that was looked at.
  ///
  /// @param words when it applies, as the author wrote it
  /// @param holds whether it was taken; empty where that can't be told
  /// @param because why it can't be told, or empty
  public record WayView(String words, Optional<Boolean> holds, String because) {}

  /// One check as it came out.
  ///
  /// @param sentence the check as the author wrote it
  /// @param reason what was found against what was wanted; empty when it held
  public record CheckView(String sentence, boolean held, String reason) {}

  /// One call to a model, or one sample answer.
  ///
  /// @param call the number of the journal entry
  /// @param attempt counted from 1
  /// @param segments the prompt as it was sent, in order
  /// @param answer the answer's text, or empty while it is awaited
  /// @param answeredBy the model and its provider in words, or who wrote the sample answer
  /// @param why why this model was chosen; empty for a sample answer
  /// @param askedAt when it was sent
  public record AskView(
      int call,
      int attempt,
      String tier,
      List<SentSegment> segments,
      String answer,
      String answeredBy,
      Optional<Usage> usage,
      Optional<Money> cost,
      Optional<Duration> took,
      String why,
      Instant askedAt) {

    /// Copies the list.
    public AskView {
      segments = List.copyOf(segments);
    }
  }

  /// A piece of a prompt as it was sent.
  ///
  /// @param role `system` or `user`
  /// @param lifetime `stable`, `version` or `run`
  public record SentSegment(String role, String lifetime, String label, String text, int tokens) {}
}
