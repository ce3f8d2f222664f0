package dev.knowhow.web;

import java.util.List;
import java.util.Optional;

/// One step in a run's timeline.
///
/// @param state `done`, `running`, `waiting`, `held` or `failed`
/// @param spoken the state in words, read aloud before the step
/// @param words what the step does or did
/// @param details small facts: model, cost, sources
/// @param link the page of the step, if it sent or found something
/// @param inner whether it belongs to a row of a list
/// @param trouble why it did not go on, and what to do
record Moment(
    String state,
    String spoken,
    String words,
    List<String> details,
    Optional<String> link,
    boolean inner,
    Optional<Trouble> trouble) {

  /// Copies the list.
  Moment {
    details = List.copyOf(details);
  }

  /// Why a step did not go on.
  ///
  /// @param action the label and address of what helps, if a link does
  record Trouble(String what, String hint, Optional<Link> action) {}

  /// A link with its label.
  record Link(String label, String address) {}
}
