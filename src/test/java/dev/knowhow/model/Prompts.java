package dev.knowhow.model;

import dev.knowhow.prompt.CompiledPrompt;
import dev.knowhow.prompt.Lifetime;
import dev.knowhow.prompt.OutputShape;
import dev.knowhow.prompt.Segment;
import dev.knowhow.prompt.tokens.TokenCounters;
import dev.knowhow.testing.Cast;
import dev.knowhow.value.Tier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Prompts and questions for the tests of this room.
final class Prompts {
  static final OutputShape SHAPE =
      new OutputShape(
          "{\"type\":\"object\",\"properties\":{\"tooth\":{\"type\":[\"string\",\"null\"],"
              + "\"maxLength\":500},\"lines\":{\"type\":\"array\",\"maxItems\":20,\"items\":{"
              + "\"type\":\"object\",\"properties\":{\"kind\":{\"type\":\"string\",\"enum\":[\"a\","
              + "\"b\"]}},\"required\":[\"kind\"],\"additionalProperties\":false}}},\"required\":["
              + "\"tooth\",\"lines\"],\"additionalProperties\":false}",
          "Answer with JSON.");

  private Prompts() {}

  static CompiledPrompt prompt() {
    return prompt(Optional.empty());
  }

  static CompiledPrompt prompt(Optional<OutputShape> shape) {
    return prompt("You write letters.\n", "Write one.\n", "About tooth 30.\n", shape);
  }

  /// A prompt whose longer-lived parts are long enough to be cached.
  static CompiledPrompt longPrompt() {
    return prompt("Rule.\n".repeat(1500), "Hint.\n".repeat(1500), "Now.\n", Optional.empty());
  }

  private static CompiledPrompt prompt(
      String house, String version, String run, Optional<OutputShape> shape) {
    List<Segment> system = List.of(segment(Lifetime.STABLE, house));
    List<Segment> user = List.of(segment(Lifetime.VERSION, version), segment(Lifetime.RUN, run));
    int tokens = Stream.concat(system.stream(), user.stream()).mapToInt(Segment::tokens).sum();
    return new CompiledPrompt(system, user, tokens, "hash", shape);
  }

  private static Segment segment(Lifetime lifetime, String text) {
    return new Segment(lifetime, lifetime.name(), text, TokenCounters.o200k().count(text), "hash");
  }

  static ModelCall call() {
    return call(prompt());
  }

  static ModelCall call(CompiledPrompt prompt) {
    return new ModelCall(
        "run-1", "letter", 1, "", "tool-1", 3, Cast.ADA.personId(), Tier.STANDARD, prompt, 500);
  }
}
