package dev.knowhow.web;

import java.util.List;

/// One step of a run, looked into: the prompt as it was sent, the answer, the charge, the checks,
/// the sources.
///
/// @param sample whether the answers are sample answers, so that nothing was sent
record StepPage(
    Frame frame,
    String runId,
    String toolName,
    String words,
    String lane,
    boolean sample,
    List<Attempt> attempts,
    List<Check> checks,
    List<Passage> passages) {

  /// Copies the lists.
  StepPage {
    attempts = List.copyOf(attempts);
    checks = List.copyOf(checks);
    passages = List.copyOf(passages);
  }

  /// One question to a model with its answer.
  ///
  /// @param facts who answered and why, in short sentences
  /// @param parts the answer's fields as a person reads them; empty for prose
  /// @param answer the answer as it came
  /// @param charge the charge by kind of token; empty for a sample answer
  record Attempt(
      String title,
      List<String> facts,
      List<SentSegment> segments,
      List<ResultPart> parts,
      String answer,
      List<ChargeLine> charge,
      String cost) {
    /// Copies the lists.
    Attempt {
      facts = List.copyOf(facts);
      segments = List.copyOf(segments);
      parts = List.copyOf(parts);
      charge = List.copyOf(charge);
    }
  }

  /// How many tokens of one kind.
  record ChargeLine(String kind, String tokens) {}

  /// One check and how it came out.
  record Check(String sentence, boolean held, String reason) {}

  /// A passage that was looked up; `html` is sanitised.
  record Passage(String title, String heading, String html) {}
}
