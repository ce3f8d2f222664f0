package dev.knowhow.tool;

import dev.knowhow.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Says which checks no planted mistake proves.
///
/// A tool with such checks reads and runs; a template with one is not finished.
public final class PlantedMistakes {
  private PlantedMistakes() {}

  /// A fault for every check of a tool, its house's never-say list included, that is the `caught
  /// by` of no mistake in any example.
  public static List<Fault> missing(Definition definition) {
    Set<String> proven = new HashSet<>();
    for (Example example : definition.examples()) {
      for (PlantedMistake mistake : example.plantedMistakes()) {
        proven.add(ToolRules.folded(mistake.caughtBy().text()));
      }
    }
    List<Fault> faults = new ArrayList<>();
    for (Written check : definition.tool().checks()) {
      if (proven.add(ToolRules.folded(check.text()))) {
        faults.add(fault(check));
      }
    }
    if (!definition.house().neverSay().isEmpty() && !proven.contains(PlantedMistake.NEVER_SAY)) {
      faults.add(fault(new Written(PlantedMistake.NEVER_SAY, "tool.yaml", 0)));
    }
    return faults;
  }

  private static Fault fault(Written check) {
    return Fault.at(
        check.file(),
        check.line(),
        "check",
        "no planted mistake in any example is caught by \"" + check.text() + "\"",
        "Plant one: a check that never caught anything proves nothing.");
  }
}
