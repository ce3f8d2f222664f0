package dev.knowhow.worker;

/// Why the sandbox ended a flow.
public enum Breach {
  /// The script can't be read.
  SYNTAX,
  /// The script failed outside its own error handling.
  SCRIPT,
  /// It used more processor time than a slice may.
  CPU,
  /// Calls inside calls were too deep, or the text of the script is.
  DEPTH,
  /// It wrote more than it may, or its outcome is too large.
  OUTPUT,
  /// It used more memory than the worker has.
  MEMORY
}
