package dev.knowhow.run;

import dev.knowhow.flow.JournalAnswer;
import dev.knowhow.problem.Problem;
import java.util.Optional;

/// Something that reached the driver while it drove.
sealed interface Landed {
  /// A call is answered.
  record Answered(JournalAnswer answer, long place) implements Landed {}

  /// Somebody else will answer a call.
  record Outside(Optional<String> run) implements Landed {}

  /// A call can't be performed.
  record Refused(Problem problem, boolean mayPass) implements Landed {}

  /// Somebody else may have answered, or a person wants the run stopped.
  record News() implements Landed {}
}
