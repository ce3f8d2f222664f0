package dev.knowhow.eval;

import dev.knowhow.model.Chosen;
import dev.knowhow.model.Models;
import dev.knowhow.price.ModelRef;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Step;
import dev.knowhow.tool.ToolVersion;
import dev.knowhow.value.Tier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The ways to run a version that can be compared: each tier that means a model of its own, and the
/// version as it is where that is none of them.
final class TierColumns {
  private TierColumns() {}

  static List<TrialColumn> of(Models models, ToolVersion version, Optional<String> step) {
    List<Step.Ask> asks =
        version.tool().asks().stream()
            .filter(ask -> step.filter(name -> !name.equals(ask.id())).isEmpty())
            .toList();
    if (asks.isEmpty()) {
      throw Problem.of(
          Problem.Kind.NOT_FOUND,
          step.map(name -> "The tool asks nothing called “" + name + "”.")
              .orElse("The tool asks no model, so there is none to choose."),
          "Look at its steps.");
    }
    List<TrialColumn> columns = new ArrayList<>();
    Set<ModelRef> seen = new HashSet<>();
    boolean asItIs = false;
    for (Tier tier : Tier.values()) {
      Optional<Chosen> chosen = models.choose(tier);
      if (chosen.isPresent() && seen.add(chosen.get().model())) {
        ModelRef model = chosen.get().model();
        Map<String, Tier> tiers = new TreeMap<>();
        if (asks.stream().allMatch(ask -> means(models, ask.tier(), model))) {
          asItIs = true;
        } else {
          asks.forEach(ask -> tiers.put(ask.id(), tier));
        }
        columns.add(
            new TrialColumn(
                label(tier, chosen.get()), version.number(), TrialColumn.Answers.LIVE, tiers));
      }
    }
    if (columns.isEmpty()) {
      throw Problem.of(
          Problem.Kind.NO_MODEL,
          "No model is connected.",
          "Connect one in Settings, Models (/settings/models).");
    }
    if (!asItIs) {
      columns.add(TrialColumn.live("As it is", version.number()));
    }
    return List.copyOf(columns);
  }

  private static boolean means(Models models, Tier tier, ModelRef model) {
    return models.choose(tier).filter(chosen -> chosen.model().equals(model)).isPresent();
  }

  private static String label(Tier tier, Chosen chosen) {
    String words = tier.words();
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1)
        + " ("
        + chosen.model().model()
        + ")";
  }
}
