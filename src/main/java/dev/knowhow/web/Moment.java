package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One step in a run's timeline.
///
/// @param state `done`, `running`, `waits`, `waiting` (to do), `held`, `stopped` or `failed`
/// @param spoken the state in words, read aloud before the step
/// @param words what the step does or did
/// @param inner whether it belongs to a way of a choice
/// @param facts what came of it, below the words
/// @param more the ways of a choice, the rows of a loop, what the script wrote
/// @param trouble why it did not go on, and what to do
record Moment(
    String state,
    String spoken,
    String words,
    boolean inner,
    Facts facts,
    More more,
    Optional<Trouble> trouble) {

  /// What came of a step.
  ///
  /// @param details small facts: model, cost, sources
  /// @param kept whether its answers were taken over from another run
  /// @param said what a person decided, or whom it waits for
  /// @param link the page of the step, if it sent or found something
  /// @param again the page that says what trying again from here keeps and costs
  record Facts(
      List<String> details,
      boolean kept,
      Optional<Said> said,
      Optional<String> link,
      Optional<String> again) {

    /// Nothing came of it yet.
    static final Facts NONE =
        new Facts(List.of(), false, Optional.empty(), Optional.empty(), Optional.empty());

    /// Copies the list.
    Facts {
      details = List.copyOf(details);
    }

    /// Whether there is nothing to show.
    boolean empty() {
      return details.isEmpty() && !kept && link.isEmpty() && again.isEmpty();
    }
  }

  /// What a person decided, in a sentence, with what the person wrote and a page to look at.
  ///
  /// @param comment what the person wrote, or empty
  record Said(String words, String comment, Optional<Link> link) {}

  /// What hangs on a step.
  ///
  /// @param rows the rows of a loop
  /// @param logs what the tool's script wrote for its author
  record More(List<Way> ways, Optional<Rows> rows, List<String> logs) {

    /// Nothing hangs on it.
    static final More NONE = new More(List.of(), Optional.empty(), List.of());

    /// Copies the lists.
    More {
      ways = List.copyOf(ways);
      logs = List.copyOf(logs);
    }
  }

  /// One way of a choice.
  ///
  /// @param spoken `taken`, `not taken` or why it can't be told
  record Way(boolean taken, String words, String spoken) {}

  /// The rows of a loop.
  ///
  /// @param key tells it from every other on the page
  /// @param progress how many rows are done, in words
  /// @param open whether they are unfolded at first
  /// @param hidden how many more there are, in words, or empty
  record Rows(String key, String progress, boolean open, List<Lane> lanes, String hidden) {
    /// Copies the list.
    Rows {
      lanes = List.copyOf(lanes);
    }
  }

  /// One row of a loop.
  ///
  /// @param key tells it from every other on the page
  /// @param state as of a moment
  /// @param cost what it cost so far, or empty
  /// @param open whether it is unfolded at first
  record Lane(
      String key,
      String label,
      String state,
      String spoken,
      String cost,
      boolean open,
      List<Moment> moments) {
    /// Copies the list.
    Lane {
      moments = List.copyOf(moments);
    }
  }

  /// Why a step did not go on.
  ///
  /// @param action the label and address of what helps, if a link does
  record Trouble(String what, String hint, Optional<Link> action) {}

  /// A link with its label.
  record Link(String label, String address) {}
}
