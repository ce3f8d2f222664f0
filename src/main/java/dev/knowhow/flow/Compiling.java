package dev.knowhow.flow;

import dev.knowhow.problem.Fault;
import java.util.List;

/// What compiling a tool's steps came to.
public sealed interface Compiling {

  /// They are a program.
  record Compiled(FlowProgram program) implements Compiling {}

  /// They have faults; all of them are here, in the order of the file.
  record Faulty(List<Fault> faults) implements Compiling {
    /// Copies the list.
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
