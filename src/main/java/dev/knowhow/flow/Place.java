package dev.knowhow.flow;

/// Where in a script a step is written.
///
/// @param run the variable of the run there: `run`, and `row` inside a loop
/// @param inBranch whether it is inside a branch, where names are declared already
record Place(String run, boolean inBranch) {
  static final Place TOP = new Place("run", false);
  static final Place ROW = new Place("row", false);

  Place branch() {
    return new Place(run, true);
  }

  /// The beginning of a line that gives a variable its value.
  String gives(String variable) {
    return (inBranch ? "" : "const ") + variable + " = ";
  }
}
