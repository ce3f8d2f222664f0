package dev.knowhow.web;

import dev.knowhow.run.Preview;
import dev.knowhow.run.StepView;
import java.util.List;
import java.util.Locale;

/// Turns prompts into what the pages show of them.
final class Prompts {
  private final Words words;

  Prompts(Words words) {
    this.words = words;
  }

  /// What a run would send first.
  List<RunPage.PromptPart> first(Preview preview) {
    return preview.first().stream()
        .map(prompt ->
            new RunPage.PromptPart(
                prompt.words(),
                prompt.recipient(),
                tokens(prompt.tokens(), prompt.tokensExact()),
                segments(prompt.segments()),
                prompt.request()))
        .toList();
  }

  /// A prompt that waits to be sent.
  RunPage.PromptPart waiting(String step, List<StepView.SentSegment> segments) {
    int tokens = segments.stream().mapToInt(StepView.SentSegment::tokens).sum();
    return new RunPage.PromptPart(step, "", tokens(tokens, false), segments(segments), "");
  }

  /// The pieces of a prompt.
  List<SentSegment> segments(List<StepView.SentSegment> segments) {
    return segments.stream()
        .map(one ->
            new SentSegment(
                one.lifetime(),
                capital(one.label()),
                words.of("segment." + one.lifetime()),
                words.count("tokens", one.tokens()),
                one.text()))
        .toList();
  }

  private static String capital(String label) {
    return label.isEmpty()
        ? label
        : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  private String tokens(int tokens, boolean exact) {
    String counted = words.count("tokens", tokens);
    return exact ? counted : words.of("tokens.about", counted);
  }
}
