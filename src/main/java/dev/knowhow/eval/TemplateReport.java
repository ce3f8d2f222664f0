package dev.knowhow.eval;

import dev.knowhow.problem.Fault;
import java.util.List;
import java.util.stream.Stream;

/// How a template's examples came out with their sample answers. It says nothing about a model:
/// only that the flow computes what it should and that its checks notice what they should.
///
/// @param examples one report per example
/// @param uncovered checks for which no mistake is planted
public record TemplateReport(List<ExampleReport> examples, List<Fault> uncovered) {

  /// Copies the lists.
  public TemplateReport {
    examples = List.copyOf(examples);
    uncovered = List.copyOf(uncovered);
  }

  /// How many mistakes are planted in all examples.
  public int planted() {
    return examples.stream().mapToInt(ExampleReport::planted).sum();
  }

  /// How many of them were caught by the check that must catch them.
  public int caught() {
    return examples.stream().mapToInt(ExampleReport::caught).sum();
  }

  /// Everything that is wrong, in the order of the files.
  public List<Fault> faults() {
    return Stream.concat(
            uncovered.stream(), examples.stream().flatMap(example -> example.faults().stream()))
        .sorted()
        .toList();
  }

  /// Whether nothing is wrong.
  public boolean sound() {
    return faults().isEmpty();
  }
}
