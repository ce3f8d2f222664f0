package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// What a run would send first, to whom, and what the whole run would cost; nothing was sent.
///
/// @param later the questions that depend on answers, in words
/// @param problem why it could not be sent now, or empty
record PreviewPage(
    Frame frame,
    String toolId,
    String toolName,
    Optional<String> cost,
    String basis,
    List<RunPage.PromptPart> prompts,
    List<String> later,
    String problem) {

  /// Copies the lists.
  PreviewPage {
    prompts = List.copyOf(prompts);
    later = List.copyOf(later);
  }
}
