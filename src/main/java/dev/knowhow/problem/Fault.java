package dev.knowhow.problem;

/// One thing that is wrong in something a person wrote: in which file and line, at which place in
/// it, what was found against what was wanted, and what to do.
///
/// @param file the file as the person knows it, or empty where there is none (a form)
/// @param line the line, counted from 1, or 0 where the fault is about the whole file
/// @param where the place inside the file, such as `inputs/denial/type`, or empty
/// @param what what was found and what was wanted, as a sentence without its full stop
/// @param hint what to do next, as a sentence, or empty where `what` says it already
public record Fault(String file, int line, String where, String what, String hint)
    implements Comparable<Fault> {

  /// A fault of a file that has a line.
  public static Fault at(String file, int line, String where, String what, String hint) {
    return new Fault(file, line, where, what, hint);
  }

  @Override
  public int compareTo(Fault other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  /// The fault as one line: `file:line: where: what. hint`.
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(file);
    if (this.line > 0) {
      line.append(file.isEmpty() ? "line " : ":").append(this.line);
    }
    if (!line.isEmpty()) {
      line.append(": ");
    }
    if (!where.isEmpty()) {
      line.append(where).append(": ");
    }
    line.append(what);
    if (!hint.isEmpty()) {
      line.append(". ").append(hint);
    }
    return line.toString();
  }
}
