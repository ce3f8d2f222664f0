package dev.knowhow.run;

import dev.knowhow.problem.Problem;
import dev.knowhow.value.Value;
import java.util.Optional;

/// What came of performing a call of a flow.
sealed interface Performed {

  /// It is answered, and the answer is committed.
  ///
  /// @param place its place in the order of answers, counted from 1
  record Arrived(long place, Value answer) implements Performed {}

  /// It is entered and somebody else will answer it: a person or another run.
  ///
  /// @param run the other run, which has to be worked on
  record Outside(Optional<String> run) implements Performed {}

  /// It can't be performed now; the entry stays unanswered.
  ///
  /// @param mayPass whether it may well be performed later though nobody does anything
  record Refused(Problem problem, boolean mayPass) implements Performed {}
}
