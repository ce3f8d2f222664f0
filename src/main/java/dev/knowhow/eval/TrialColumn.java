package dev.knowhow.eval;

import dev.knowhow.value.Tier;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What the examples of a trial are executed with: a version, who answers, and perhaps other tiers.
///
/// @param label its words at the head of the table
/// @param version a version of the tool, or the snapshot of a draft, which is below 0
/// @param answers who answers what the flow asks
/// @param tiers the tier to ask instead, by the name of the ask or the goal; none where the version
///   is tried as it is
public record TrialColumn(String label, int version, Answers answers, Map<String, Tier> tiers) {

  /// Copies the map, sorted.
  public TrialColumn {
    tiers = Collections.unmodifiableMap(new TreeMap<>(tiers));
  }

  /// Who answers what a flow asks.
  public enum Answers {
    /// The examples' sample answers: it costs nothing, and nothing leaves this computer.
    SAMPLE,
    /// The models that the tiers are mapped to: real runs, which cost money.
    LIVE
  }

  /// A version as it is, with sample answers.
  public static TrialColumn sample(String label, int version) {
    return new TrialColumn(label, version, Answers.SAMPLE, Map.of());
  }

  /// A version as it is, live.
  public static TrialColumn live(String label, int version) {
    return new TrialColumn(label, version, Answers.LIVE, Map.of());
  }

  /// Whether it costs money.
  public boolean isLive() {
    return answers == Answers.LIVE;
  }
}
