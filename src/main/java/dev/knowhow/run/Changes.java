package dev.knowhow.run;

import dev.knowhow.value.Tier;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is to be different when a run is made again.
///
/// @param tiers the tier to ask instead, by the ask's id
/// @param prompts the text of the prompt to send instead, by the ask's id
public record Changes(Map<String, Tier> tiers, Map<String, String> prompts) {

  /// Nothing is to be different.
  public static final Changes NONE = new Changes(Map.of(), Map.of());

  /// Copies the maps, sorted.
  public Changes {
    tiers = Collections.unmodifiableMap(new TreeMap<>(tiers));
    prompts = Collections.unmodifiableMap(new TreeMap<>(prompts));
  }

  /// The ids of the asks that are different.
  public Set<String> steps() {
    Set<String> steps = new TreeSet<>(tiers.keySet());
    steps.addAll(prompts.keySet());
    return steps;
  }
}
