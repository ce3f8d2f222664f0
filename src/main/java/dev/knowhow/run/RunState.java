package dev.knowhow.run;

/// Where a run stands.
public enum RunState {
  /// It is being worked on, or will be as soon as this server is up again.
  RUNNING,
  /// It goes on by itself as soon as a person has decided, another run has ended or a moment has
  /// come; until then it holds no thread and no process.
  WAITING,
  /// It can't go on until a person does something (connects a model, raises a cap, tries again);
  /// all that was paid for is kept.
  PARKED,
  /// It ended with a result.
  RESULT,
  /// It ended saying that it can't say, and why.
  CANT_SAY,
  /// It ended in a stated failure.
  FAILED,
  /// A person stopped it.
  STOPPED;

  /// Whether nothing more will happen.
  public boolean ended() {
    return switch (this) {
      case RUNNING, WAITING, PARKED -> false;
      case RESULT, CANT_SAY, FAILED, STOPPED -> true;
    };
  }
}
