package dev.knowhow.eval;

/// Where a trial stands.
public enum TrialState {
  /// It goes on by itself, also after a restart of the server.
  RUNNING,
  /// Nothing new is begun until a person lets it go on; what was under way ends.
  PAUSED,
  /// Every cell has its outcome.
  DONE,
  /// A person ended it.
  CANCELLED;

  /// Whether nothing more will happen.
  public boolean ended() {
    return switch (this) {
      case RUNNING, PAUSED -> false;
      case DONE, CANCELLED -> true;
    };
  }
}
