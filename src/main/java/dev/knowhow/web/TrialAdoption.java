package dev.knowhow.web;

import dev.knowhow.eval.TierChange;
import dev.knowhow.eval.TrialColumn;
import dev.knowhow.problem.Problem;
import dev.knowhow.tool.Draft;

/// Whether a draft already asks the models of a trial's column.
record TrialAdoption(Draft draft) {

  /// Whether adopting the column would change nothing.
  boolean already(TrialColumn column) {
    if (column.tiers().isEmpty()) {
      return true;
    }
    try {
      return TierChange.of(draft.files(), column.tiers()).equals(draft.files());
    } catch (Problem _) {
      // The draft has no such step any more: adopting says so.
      return false;
    }
  }
}
