package dev.knowhow.run;

/// News of one run, in the order in which it happened.
public sealed interface RunEvent {

  /// The run that it is about.
  String runId();

  /// A step began or ended: the run's view has changed.
  record Progressed(String runId, long sequence) implements RunEvent {}

  /// A piece of an answer arrived; best effort, the whole answer is in the view later.
  ///
  /// @param call the number of the journal entry that is being answered
  /// @param text only what is new
  record Wrote(String runId, int call, String text) implements RunEvent {}

  /// The run is not being worked on any more: it ended or was parked.
  record Rested(String runId, RunState state) implements RunEvent {}
}
