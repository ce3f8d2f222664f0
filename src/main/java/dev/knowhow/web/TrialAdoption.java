package dev.knowhow.web;

import dev.knowhow.eval.TrialColumn;
import dev.knowhow.tool.Definition;
import dev.knowhow.tool.Draft;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.value.Tier;
import java.util.Map;
import java.util.TreeMap;

/// What must change in a draft so that it asks the models of a trial's column.
///
/// @param tiers the tier by the name of the ask; empty where the draft asks them already
record TrialAdoption(Map<String, Tier> tiers) {

  /// Copies the map.
  TrialAdoption {
    tiers = Map.copyOf(tiers);
  }

  /// The change from a draft to a column.
  ///
  /// @param version the version that the column tries
  static TrialAdoption of(Draft draft, ToolVersion version, TrialColumn column) {
    Map<String, Tier> wanted = new TreeMap<>();
    version.tool().asks().forEach(ask -> wanted.put(ask.id(), ask.tier()));
    wanted.putAll(column.tiers());
    draft
        .sound()
        .map(Definition::tool)
        .ifPresent(tool -> {
          wanted.keySet().removeIf(name -> tool.ask(name).isEmpty());
          for (Step.Ask ask : tool.asks()) {
            wanted.remove(ask.id(), ask.tier());
          }
        });
    return new TrialAdoption(wanted);
  }
}
