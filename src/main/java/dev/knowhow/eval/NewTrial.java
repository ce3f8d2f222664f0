package dev.knowhow.eval;

import dev.knowhow.price.Money;
import java.util.List;
import java.util.Optional;

/// What a person asks for when they press "Run the examples".
///
/// @param toolId the tool
/// @param about what it is for, in a few words, for the list of trials; may be empty
/// @param examplesOf the version (or the snapshot of a draft, below 0) whose examples are tried in
///   all columns, so that they can be compared
/// @param which which of them
/// @param columns what they are executed with, in the order of the table; live ones are begun in
///   this order
/// @param cap the most that all live columns may cost together; needed where one is live
public record NewTrial(
    String toolId,
    String about,
    int examplesOf,
    Which which,
    List<TrialColumn> columns,
    Optional<Money> cap) {

  /// Copies the list.
  public NewTrial {
    columns = List.copyOf(columns);
  }

  /// Which examples are tried.
  public sealed interface Which {
    /// All of them.
    record All() implements Which {}

    /// Some, by the names of their files without ending.
    record Only(List<String> examples) implements Which {
      /// Copies the list.
      public Only {
        examples = List.copyOf(examples);
      }
    }

    /// Those that did not pass in some column of an earlier trial of the tool.
    record NotPassedIn(String trialId) implements Which {}
  }
}
