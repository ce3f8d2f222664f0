package dev.knowhow.tool;

import dev.knowhow.problem.Fault;
import dev.knowhow.problem.Problem;
import java.util.List;

/// What came out of reading a tool's files.
public sealed interface Reading {

  /// The definition.
  ///
  /// @throws Problem of kind `BAD_INPUT` with all faults, where there are any
  default Definition orThrow() {
    return switch (this) {
      case Sound(Definition definition) -> definition;
      case Faulty(List<Fault> faults) ->
          throw Problem.ofFaults(
              faults.size() == 1
                  ? "The tool has a fault."
                  : "The tool has " + faults.size() + " faults.",
              faults);
    };
  }

  /// The files are without fault.
  record Sound(Definition definition) implements Reading {}

  /// Everything that is wrong, by file and line.
  record Faulty(List<Fault> faults) implements Reading {
    /// Sorts the faults.
    public Faulty {
      faults = faults.stream().sorted().toList();
    }
  }
}
