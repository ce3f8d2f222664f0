package dev.knowhow.web;

/// The checks that are ready made: a sentence to choose, with places to fill.
final class Sentences {
  /// How a button that adds such a sentence begins the words it adds.
  static final String SAYS = "says ";

  private Sentences() {}
}
