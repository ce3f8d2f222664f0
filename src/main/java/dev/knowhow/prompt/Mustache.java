package dev.knowhow.prompt;

import dev.knowhow.problem.Fault;
import java.util.List;

/// A text in Mustache, parsed: <https://mustache.github.io/mustache.5.html> with the
/// standalone-line rules of its specification, over plain data only. Inheritance, dynamic names and
/// lambdas are refused.
///
/// @param nodes what the text says, as far as it could be read
/// @param faults what is wrong with it, in the order of lines
record Mustache(List<Node> nodes, List<Fault> faults) {
  Mustache {
    nodes = List.copyOf(nodes);
    faults = List.copyOf(faults);
  }

  /// Parses a text that a person knows as `file`.
  static Mustache parse(String file, String text) {
    return new MustacheParser(file, text).parse();
  }
}
