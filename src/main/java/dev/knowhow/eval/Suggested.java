package dev.knowhow.eval;

import dev.knowhow.tool.PlantedMistake;
import dev.knowhow.tool.yaml.Yaml;
import java.util.LinkedHashMap;

/// A mistake that could be planted in an example for a check.
///
/// @param words what would be wrong, such as `“letter”: “Thank you” becomes “Hello”`
/// @param missedBecause why the check does not catch it, as the end of a sentence; empty where it
///   does
public record Suggested(PlantedMistake mistake, String words, String missedBecause) {

  /// Whether the check catches it.
  public boolean caught() {
    return missedBecause.isEmpty();
  }

  /// The mistake as a piece of the example's list `planted mistakes`.
  public Yaml piece() {
    LinkedHashMap<String, Yaml> entries = new LinkedHashMap<>();
    entries.put("in", Yaml.words(mistake.in().text()));
    switch (mistake.change()) {
      case PlantedMistake.Change.Instead(var value) -> entries.put("instead", ValueYaml.of(value));
      case PlantedMistake.Change.Replace(String part, String instead) -> {
        entries.put("replace", Yaml.words(part));
        entries.put("instead", Yaml.words(instead));
      }
    }
    entries.put("caught by", Yaml.words(mistake.caughtBy().text()));
    return Yaml.entries(entries);
  }
}
