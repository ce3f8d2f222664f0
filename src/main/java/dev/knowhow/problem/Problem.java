package dev.knowhow.problem;

import java.util.List;

/// A failure that the person who met it can act on.
///
/// Anything else that is thrown is a bug of ours and is shown as one. The text never holds a secret
/// nor another person's words unchecked: it is made where the problem is understood.
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What sort of problem it is; the page layer turns it into a status.
  public enum Kind {
    /// What was given does not fit; the faults say where.
    BAD_INPUT,
    /// Nobody is signed in, or no longer.
    NOT_SIGNED_IN,
    /// The person may not do this.
    NOT_ALLOWED,
    /// There is no such thing, or not for this person.
    NOT_FOUND,
    /// It was changed or taken meanwhile.
    CONFLICT,
    /// It is larger than the limit.
    TOO_LARGE,
    /// It was asked too often in a short time.
    TOO_MANY,
    /// A budget would be passed.
    OVER_BUDGET,
    /// No model is connected for this, or it has no price.
    NO_MODEL,
    /// The provider of a model answered with a failure or not at all.
    PROVIDER_FAILED,
    /// A part of this server can't work now: the disk, the database, the sandbox.
    UNAVAILABLE,
    /// A run or a check ended in a stated failure.
    FAILED
  }

  private final Kind kind;
  private final String where;
  private final String what;
  private final String hint;
  private final transient List<Fault> faults;

  private Problem(Kind kind, String where, String what, String hint, List<Fault> faults) {
    super((where.isEmpty() ? "" : where + ": ") + what + (hint.isEmpty() ? "" : " " + hint));
    this.kind = kind;
    this.where = where;
    this.what = what;
    this.hint = hint;
    this.faults = List.copyOf(faults);
  }

  /// A problem with a sentence that says what happened and one that says what to do.
  public static Problem of(Kind kind, String what, String hint) {
    return new Problem(kind, "", what, hint, List.of());
  }

  /// A problem at a place: a step, a field, a file.
  public static Problem at(Kind kind, String where, String what, String hint) {
    return new Problem(kind, where, what, hint, List.of());
  }

  /// A problem that gathers all faults of something a person wrote.
  public static Problem ofFaults(String what, List<Fault> faults) {
    String hint = faults.isEmpty() ? "" : faults.getFirst().toString();
    return new Problem(Kind.BAD_INPUT, "", what, hint, faults);
  }

  /// The same problem with the exception that led to it, for the log.
  public Problem causedBy(Throwable cause) {
    Problem problem = new Problem(kind, where, what, hint, faults);
    problem.initCause(cause);
    return problem;
  }

  /// What sort of problem it is.
  public Kind kind() {
    return kind;
  }

  /// The place, or empty.
  public String where() {
    return where;
  }

  /// What happened, as a sentence.
  public String what() {
    return what;
  }

  /// What to do next, as a sentence, or empty.
  public String hint() {
    return hint;
  }

  /// The single faults, where something that a person wrote has several.
  public List<Fault> faults() {
    return faults;
  }
}
