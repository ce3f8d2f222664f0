package dev.knowhow.run;

import dev.knowhow.problem.Problem;

/// What came of executing a run's flow again from its journal.
public sealed interface Replayed {

  /// The same outcome, byte for byte.
  ///
  /// @param answers how many journaled answers it was made from
  /// @param sha256 the hash of the outcome, in lower-case hex
  record Same(int answers, String sha256) implements Replayed {}

  /// Another outcome.
  ///
  /// @param where the first place that differs, such as `results/letter`
  /// @param was what is there in the stored outcome
  /// @param now what is there now
  record Differs(String where, String was, String now) implements Replayed {}

  /// There was nothing to execute again: the journal is cut or edited, or it needs a newer Knowhow.
  record CantBeReplayed(Problem problem) implements Replayed {}
}
