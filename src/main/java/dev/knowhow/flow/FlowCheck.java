package dev.knowhow.flow;

import dev.knowhow.problem.Fault;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.DocumentReader;
import dev.knowhow.tool.Example;
import dev.knowhow.tool.Reading;
import dev.knowhow.tool.ToolFiles;
import dev.knowhow.tool.ToolReader;
import java.util.ArrayList;
import java.util.List;

/// Finds everything that is wrong in a template's files without executing any of it: in its form,
/// its formulas, its check sentences, and in what its examples say must hold.
///
/// Thread-safe if its [DocumentReader] is.
public final class FlowCheck {
  private final ToolReader reader;

  /// A check that turns the files of examples into text with `documents`.
  public FlowCheck(DocumentReader documents) {
    reader = new ToolReader(documents);
  }

  /// All faults by file and line; none means that the template can be executed.
  public List<Fault> faults(ToolFiles files) {
    return switch (reader.readAll(files)) {
      case Reading.Faulty(List<Fault> faults) -> faults;
      case Reading.Sound(Definition definition) -> ofSteps(definition);
    };
  }

  private static List<Fault> ofSteps(Definition definition) {
    List<Fault> faults = new ArrayList<>(of(FlowCompiler.compile(definition)));
    if (faults.isEmpty()) {
      for (Example example : definition.examples()) {
        faults.addAll(of(FlowCompiler.compile(definition, example.holds())));
      }
    }
    return faults.stream().distinct().sorted().toList();
  }

  private static List<Fault> of(Compiling compiling) {
    return switch (compiling) {
      case Compiling.Compiled _ -> List.of();
      case Compiling.Faulty(List<Fault> faults) -> faults;
    };
  }
}
