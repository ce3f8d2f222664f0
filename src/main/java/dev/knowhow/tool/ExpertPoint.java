package dev.knowhow.tool;

/// Something that a professional looks at, and what in the tool takes care of it.
public record ExpertPoint(String point, By by, int line) {

  /// What takes care of a point.
  public sealed interface By {
    /// A check of the tool or its house, in its exact words.
    record ACheck(String sentence) implements By {}

    /// A value that is computed rather than asked for.
    record ACalculation(String name) implements By {}

    /// A source of knowledge.
    record AKnowledge(String name) implements By {}

    /// What a person does with the result.
    record APerson(String does) implements By {}
  }
}
