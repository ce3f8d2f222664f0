package dev.knowhow.eval;

import dev.knowhow.problem.Fault;
import java.util.List;

/// How one example came out with its sample answers.
///
/// @param id the example's id
/// @param name the example's name
/// @param holds whether the outcome is the expected one and everything that must hold does
/// @param planted how many mistakes are planted in it
/// @param caught how many of them the right check caught
/// @param faults what is wrong, with file and line
public record ExampleReport(
    String id, String name, boolean holds, int planted, int caught, List<Fault> faults) {

  /// Copies the list.
  public ExampleReport {
    faults = List.copyOf(faults);
  }
}
