package dev.knowhow.tool;

import dev.knowhow.value.Value;
import java.util.List;

/// Inputs with what must hold of the result; a tool's test, and what a newcomer tries first.
///
/// @param id the file's name without `.yaml`
/// @param inputs canonical, one for each input of the tool
/// @param holds sentences and formulas over inputs, steps and results
/// @param file the file inside the tool
public record Example(
    String id,
    String name,
    ExampleKind kind,
    Value.Fields inputs,
    SampleAnswers answers,
    Outcome outcome,
    List<Written> holds,
    List<PlantedMistake> plantedMistakes,
    String file) {
  /// Copies the lists.
  public Example {
    holds = List.copyOf(holds);
    plantedMistakes = List.copyOf(plantedMistakes);
  }
}
