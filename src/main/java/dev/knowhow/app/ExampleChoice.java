package dev.knowhow.app;

import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Example;
import java.util.List;
import java.util.stream.Collectors;

/// Which examples of a tool a command is about.
final class ExampleChoice {
  private ExampleChoice() {}

  /// The example of a name, or all of them for an empty one.
  ///
  /// @throws Problem of kind `NOT_FOUND` that lists the names there are
  static List<Example> of(Definition definition, String name) {
    if (name.isEmpty()) {
      return definition.examples();
    }
    List<Example> found =
        definition.examples().stream()
            .filter(example -> example.id().equals(name) || example.name().equals(name))
            .toList();
    if (found.isEmpty()) {
      throw Problem.of(
          Problem.Kind.NOT_FOUND,
          "The tool has no example \"" + name + "\".",
          "It has: "
              + definition.examples().stream().map(Example::id).collect(Collectors.joining(", ")));
    }
    return found;
  }
}
